--- Cite the claims of a ledger in Pandoc and Quarto: [@claim:ID]. Runs before citeproc; other citations pass untouched.
--
--   [@claim:ID]  [@claim:ID, long]  [@claim:ID, margin]  [@claim:ID, as of DIGEST]
--   [@claim:ID, verified]          fails the build unless the badge says verified
--   ::: {.claims-table}            the claims cited so far, here
--   :::
--
-- Metadata: claims-data (path of ledger-meta.json; default beside book/_extensions), claims-source and claims-edition (what
-- this text is, as the ledger names it), claims-site (prefix of links), claims-form (badge, long or margin), claims-table
-- (true: a table at the end). The words follow src/claimledger/cite/badge.py: what a claim has earned, or `corrected: E-0001'
-- where an erratum is open against this text. An id that is unknown, retired or refuted fails the build; all are named at once.

local PREFIX = "claim:"
local VERSION = 1
local FORMS = {badge = true, long = true, margin = true}

--- JSON as claims export writes it, to Lua values. Pandoc has a decoder of its own only from 3.1.1 on.
local function decode(text)
  local at = 1
  local value
  local escapes = {b = "\b", f = "\f", n = "\n", r = "\r", t = "\t"}
  local function skip() at = text:find("%S", at) or #text + 1 end
  local function fail() error("claims: the data is not JSON, at byte " .. at .. "; write it with claims export", 0) end
  local function str()
    local parts = {}
    at = at + 1
    while true do
      local stop = text:find('["\\]', at) or fail()
      parts[#parts + 1] = text:sub(at, stop - 1)
      if text:sub(stop, stop) == '"' then at = stop + 1; return table.concat(parts) end
      local kind = text:sub(stop + 1, stop + 1)
      at = stop + 2
      if kind == "u" then
        local code = tonumber(text:sub(at, at + 3), 16)
        at = at + 4
        if code >= 0xD800 and code < 0xDC00 then
          code = 0x10000 + (code - 0xD800) * 0x400 + tonumber(text:sub(at + 2, at + 5), 16) - 0xDC00
          at = at + 6
        end
        parts[#parts + 1] = utf8.char(code)
      else
        parts[#parts + 1] = escapes[kind] or kind
      end
    end
  end
  local function members(close, each)
    local found = {}
    at = at + 1
    skip()
    while text:sub(at, at) ~= close do
      each(found)
      skip()
      if text:sub(at, at) == "," then at = at + 1; skip() elseif text:sub(at, at) ~= close then fail() end
    end
    at = at + 1
    return found
  end
  local words = {["true"] = true, ["false"] = false}
  function value()
    skip()
    local head = text:sub(at, at)
    if head == '"' then return str() end
    if head == "{" then
      return members("}", function(found)
        local key = str()
        skip()
        at = at + 1
        found[key] = value()
      end)
    end
    if head == "[" then return members("]", function(found) found[#found + 1] = value() end) end
    local word = text:match("^[%w.+-]+", at) or fail()
    at = at + #word
    if words[word] ~= nil then return words[word] end
    return tonumber(word) or (word ~= "null" and fail() or nil)
  end
  return value()
end

local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local settings = {source = "", edition = "", site = "", form = "badge"}
local data
local faults = {}
local cited, order = {}, {}

local function read_data(path)
  local file = io.open(path, "r")
  if not file then error("claims: " .. path .. " is not there; write it with claims export, or set claims-data", 0) end
  data = decode(file:read("a"))
  file:close()
  if data.version ~= VERSION then error("claims: " .. path .. " has version " .. tostring(data.version) .. ", this filter reads " .. VERSION, 0) end
end

--- Levenshtein's distance.
local function distance(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local diagonal, left = row[0], i
    row[0] = i
    for j = 1, #b do
      local cost = math.min(row[j] + 1, left + 1, diagonal + (a:byte(i) == b:byte(j) and 0 or 1))
      diagonal, row[j], left = row[j], cost, cost
    end
  end
  return row[#b]
end

local function nearest(id)
  local found = {}
  for other in pairs(data.claims) do found[#found + 1] = {distance(id, other), other} end
  table.sort(found, function(a, b) return a[1] < b[1] or (a[1] == b[1] and a[2] < b[2]) end)
  local names = {}
  for i = 1, math.min(3, #found) do names[i] = found[i][2] end
  return table.concat(names, ", ")
end

--- The id that is meant and its entry; nil, with a fault noted, where it may not be cited.
local function resolve(id)
  id = data.aliases[id] or id
  local entry = data.claims[id]
  if entry then
    if (entry.fails or "") == "" then return id, entry end
    faults[#faults + 1] = "claim '" .. id .. "' must not be cited: " .. entry.fails
  elseif data.retired[id] then
    local grave = data.retired[id]
    local successor = grave.successor ~= "" and grave.successor or "none"
    faults[#faults + 1] = "claim '" .. id .. "' is retired (" .. grave.reason .. "); its successor is " .. successor
  else
    faults[#faults + 1] = "there is no claim '" .. id .. "'; did you mean " .. nearest(id) .. "?"
  end
end

local function concerns(erratum)
  if settings.source == "" then return not erratum.fixed end
  for _, place in ipairs(erratum.printed) do
    if place.source == settings.source then
      if settings.edition == "" then
        if not erratum.fixed then return true end
      elseif place.edition == settings.edition then
        return true
      end
    end
  end
  return false
end

local function words(entry)
  local errata = {}
  for _, erratum in ipairs(entry.errata or {}) do
    if concerns(erratum) then errata[#errata + 1] = erratum.id end
  end
  if #errata > 0 then return "corrected: " .. table.concat(errata, ", "), "corrected" end
  return entry.earned, entry.earned
end

local function link(id, entry, content)
  local _, class = words(entry)
  return pandoc.Link(content, settings.site .. "claim/" .. id .. "/index.html", entry.title, {class = "claim claim-" .. class})
end

local function split(text)
  local inlines = {}
  for word in text:gmatch("%S+") do
    if #inlines > 0 then inlines[#inlines + 1] = pandoc.Space() end
    inlines[#inlines + 1] = pandoc.Str(word)
  end
  return inlines
end

local latex = FORMAT:match("latex") or FORMAT:match("beamer")

--- The title, in LaTeX as its own escaped form: the default fonts there have no Greek.
local function title(entry)
  if latex then return {pandoc.RawInline("latex", entry.latex)} end
  return split(entry.title)
end

local function margin(inlines)
  if latex then
    local out = {pandoc.RawInline("latex", "\\marginpar{\\footnotesize ")}
    for _, inline in ipairs(inlines) do out[#out + 1] = inline end
    out[#out + 1] = pandoc.RawInline("latex", "}")
    return out
  end
  return {pandoc.Span(inlines, {class = "claim-margin column-margin"})}
end

local function render(id, entry, form)
  local text = words(entry)
  if form == "badge" then return {link(id, entry, split("[" .. text .. "]"))} end
  local long = pandoc.List({pandoc.Str("[")})
  long:extend(title(entry))
  long:extend(split(": " .. text .. "]"))
  if form == "long" then return {link(id, entry, long)} end
  return margin({link(id, entry, long)})
end

--- One citation of a claim to inlines; a fault is noted and shown in place.
local function one(citation)
  local id, entry = resolve(citation.id:sub(#PREFIX + 1))
  if not id then return {pandoc.Strong(split("[no such claim]"))} end
  local options = pandoc.utils.stringify(citation.suffix):gsub("^[%s,]+", "")
  local form = settings.form
  for option in options:gmatch("[^,]+") do
    option = option:gsub("^%s+", ""):gsub("%s+$", "")
    local digest = option:match("^as of (%x+)$")
    if digest then
      if digest ~= entry.digest then
        faults[#faults + 1] = "the statement of claim '" .. id .. "' is no longer that of digest " .. digest .. "; read it again, it is " .. entry.digest
      end
    elseif FORMS[option] then
      form = option
    elseif option == "verified" then
      local text = words(entry)
      if text ~= option then
        faults[#faults + 1] = "claim '" .. id .. "' is cited as verified, and its badge says " .. text .. "; claims why " .. id
      end
    else
      faults[#faults + 1] = "claim '" .. id .. "': '" .. option .. "' is none of badge, long, margin, verified, as of DIGEST"
    end
  end
  if not cited[id] then
    cited[id] = entry
    order[#order + 1] = id
  end
  return render(id, entry, form)
end

local function cite(element)
  local out, rest = {}, {}
  for _, citation in ipairs(element.citations) do
    if citation.id:sub(1, #PREFIX) == PREFIX then
      if #out > 0 then out[#out + 1] = pandoc.Space() end
      for _, inline in ipairs(one(citation)) do out[#out + 1] = inline end
    else
      rest[#rest + 1] = citation
    end
  end
  if #out == 0 then return nil end
  if #rest > 0 then
    out[#out + 1] = pandoc.Space()
    local ids = {}
    for index, citation in ipairs(rest) do ids[index] = "@" .. citation.id end
    out[#out + 1] = pandoc.Cite(split("[" .. table.concat(ids, "; ") .. "]"), rest)
  end
  return out
end

local function claims_table()
  if #order == 0 then return {} end
  local rows = {}
  for _, id in ipairs(order) do
    local entry = cited[id]
    local text = words(entry)
    rows[#rows + 1] = {{pandoc.Plain(title(entry))}, {pandoc.Plain({link(id, entry, split(text))})}}
  end
  local head = {{pandoc.Plain(split("Claim"))}, {pandoc.Plain(split("Status"))}}
  cited, order = {}, {}
  local simple = pandoc.SimpleTable({}, {pandoc.AlignLeft, pandoc.AlignLeft}, {0.72, 0.28}, head, rows)
  return {pandoc.Div({pandoc.utils.from_simple_table(simple)}, {class = "claims-table"})}
end

local function configure(meta)
  local function text(key, default) return meta[key] ~= nil and pandoc.utils.stringify(meta[key]) or default end
  settings.source, settings.edition = text("claims-source", ""), text("claims-edition", "")
  settings.site, settings.form = text("claims-site", ""), text("claims-form", "badge")
  settings.table = meta["claims-table"] == true or text("claims-table", "") == "true"
  if not FORMS[settings.form] then error("claims: claims-form is '" .. settings.form .. "', none of badge, long, margin", 0) end
  read_data(text("claims-data", pandoc.path.join({here, "..", "..", "ledger-meta.json"})))
end

return {
  {
    Pandoc = function(document)
      configure(document.meta)
      local blocks = pandoc.List()
      for _, block in ipairs(document.blocks) do
        if block.t == "Div" and block.classes:includes("claims-table") then
          blocks:extend(claims_table())
        else
          blocks:insert(pandoc.walk_block(block, {Cite = cite}))
        end
      end
      if settings.table then blocks:extend(claims_table()) end
      if #faults > 0 then error("claims: " .. table.concat(faults, "\nclaims: "), 0) end
      return pandoc.Pandoc(blocks, document.meta)
    end,
  },
}
