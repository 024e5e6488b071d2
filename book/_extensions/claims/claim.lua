--- The Quarto shortcode {{< claim ID >}}: the citation that claims.lua then reads. Written, not run: Quarto was not at hand.
return {
  claim = function(arguments)
    local id = pandoc.utils.stringify(arguments[1])
    local suffix = {}
    for index = 2, #arguments do
      suffix[#suffix + 1] = pandoc.Str(", " .. pandoc.utils.stringify(arguments[index]))
    end
    local citation = pandoc.Citation("claim:" .. id, "NormalCitation", {}, suffix)
    return pandoc.Cite({pandoc.Str("[@claim:" .. id .. "]")}, {citation})
  end,
}
