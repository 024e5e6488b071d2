"""One rule for the words of a badge: Python states it, the filter for Pandoc, the LaTeX package and Sphinx follow it."""

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from claimledger.cite.badge import BookData, CitedClaim, Citing, Gone, OpenErratum, Printed, Uncitable, cited, words
from claimledger.cite.export import latex_data
from claimledger.cite.latex import escaped

ROOT = Path(__file__).parents[1]
FILTER = ROOT / "book" / "_extensions" / "claims" / "claims.lua"
TEX = pytest.mark.skipif(not (shutil.which("pdflatex") and shutil.which("pdftotext")), reason="no TeX Live; make booktools")
NASTY = r"50 % of {x_1 & y} \emph{is} #3 ~ ^ $ <img onerror=alert(1)> | `γ² ≥ ½`"


def entry(title: str, earned: str = "verified", *errata: OpenErratum, fails: str = "") -> CitedClaim:
    return CitedClaim(title, escaped(title), earned, "00ff", list(errata), fails)


DATA = BookData(
    digest="d",
    claims={
        "plain-claim": entry("Plain"),
        "open-claim": entry("Open", "open"),
        "nasty-claim": entry(NASTY),
        "printed-wrong": entry("Wrong", "verified", OpenErratum("E-0001", False, [Printed("book", "first")])),
        "mended-claim": entry("Mended", "verified", OpenErratum("E-0002", True, [Printed("book", "first")])),
        "twice-wrong": entry(
            "Twice",
            "folklore",
            OpenErratum("E-0003", False, [Printed("book", "first"), Printed("page", "one")]),
            OpenErratum("E-0004", False, [Printed("book", "second")]),
        ),
        "refuted-claim": entry("Refuted", "open", fails="its own evidence refutes it"),
    },
    aliases={"old-name": "plain-claim"},
    retired={"gone-claim": Gone("it was a duplicate", "plain-claim")},
)
CITABLE = [slug for slug, claim in DATA.claims.items() if not claim.fails]
CITING = [Citing(s, e) for s, e in itertools.product(("", "book", "page"), ("", "first", "second", "one")) if s or not e]
BAD = {
    "plane-claim": "did you mean plain-claim",
    "gone-claim": "its successor is plain-claim",
    "refuted-claim": "its own evidence refutes it",
}


def _pandocs() -> list[str]:
    import pypandoc

    found = [shutil.which("pandoc"), pypandoc.get_pandoc_path()]
    return [path for path in found if path]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "ledger-meta.json"
    path.write_bytes(msgspec.json.encode(DATA))
    (tmp_path / "claims-data.tex").write_text(latex_data(DATA), encoding="utf-8")
    return path


def _pandoc(program: str, data: Path, text: str, to: str = "plain", **meta: str) -> subprocess.CompletedProcess[str]:
    flags = [f"--metadata={key.replace('_', '-')}={value}" for key, value in {"claims-data": str(data), **meta}.items() if value]
    command = [program, "--lua-filter", str(FILTER), "--from", "markdown", "--to", to, "--wrap=none", *flags]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


def test_an_erratum_against_the_citing_text_is_all_that_its_badge_says() -> None:
    wrong = DATA.claims["printed-wrong"]
    assert words(wrong, Citing("book", "first")) == "corrected: E-0001"
    assert words(wrong, Citing("book")) == words(wrong, Citing()) == "corrected: E-0001"
    assert words(wrong, Citing("book", "second")) == words(wrong, Citing("page")) == "verified"


def test_an_erratum_that_is_fixed_stands_for_the_edition_that_printed_it() -> None:
    mended = DATA.claims["mended-claim"]
    assert words(mended, Citing("book", "first")) == "corrected: E-0002"
    assert words(mended, Citing("book")) == words(mended, Citing()) == words(mended, Citing("book", "second")) == "verified"


@pytest.mark.parametrize("slug", BAD)
def test_an_id_that_may_not_be_cited_says_why_and_what_instead(slug: str) -> None:
    with pytest.raises(Uncitable, match=BAD[slug]):
        cited(DATA, slug)


def test_an_alias_is_cited_as_the_claim_that_it_names() -> None:
    assert cited(DATA, "old-name")[0] == "plain-claim"


@pytest.mark.parametrize("program", _pandocs())
def test_pandoc_says_the_same_words_as_python(program: str, data: Path) -> None:
    text = "\n\n".join(f"[@claim:{slug}]" for slug in CITABLE)
    for citing in CITING:
        done = _pandoc(program, data, text, claims_source=citing.source, claims_edition=citing.edition)
        assert done.stdout.split("\n\n") == [f"[{words(DATA.claims[s], citing)}]" for s in CITABLE[:-1]] + [
            f"[{words(DATA.claims[CITABLE[-1]], citing)}]\n"
        ], done.stderr


@pytest.mark.parametrize("program", _pandocs())
@pytest.mark.parametrize("to", ["html", "latex", "plain", "docx", "epub", "odt"])
def test_pandoc_fails_on_every_bad_id_at_once_whatever_it_writes(program: str, to: str, data: Path) -> None:
    done = _pandoc(program, data, " ".join(f"[@claim:{slug}]" for slug in BAD), to)
    assert done.returncode != 0
    assert not done.stdout
    for message in BAD.values():
        assert message in done.stderr


@pytest.mark.parametrize("program", _pandocs())
def test_pandoc_leaves_other_citations_to_citeproc(program: str, data: Path) -> None:
    done = _pandoc(program, data, "[@claim:plain-claim; see @knuth84, p. 3] and [@knuth84].", "native")
    assert done.stdout.count('citationId = "knuth84"') == 2
    assert "claim:" not in done.stdout.replace("claim claim-", "").replace("claim/plain", "")


@pytest.mark.parametrize("program", _pandocs())
def test_pandoc_links_a_badge_and_escapes_its_title(program: str, data: Path) -> None:
    done = _pandoc(program, data, "[@claim:nasty-claim, long]", "html", claims_site="site/")
    assert 'href="site/claim/nasty-claim/index.html"' in done.stdout
    assert "<img" not in done.stdout
    assert "verified]</a>" in done.stdout


@pytest.mark.parametrize("program", _pandocs())
def test_pandoc_refuses_a_citation_as_of_another_statement(program: str, data: Path) -> None:
    assert _pandoc(program, data, "[@claim:plain-claim, as of 00ff]").returncode == 0
    done = _pandoc(program, data, "[@claim:plain-claim, as of 00fe]")
    assert done.returncode != 0
    assert "no longer that of digest 00fe" in done.stderr


@pytest.mark.parametrize("program", _pandocs())
@pytest.mark.parametrize(("slug", "says"), [("open-claim", "open"), ("printed-wrong", "corrected: E-0001")])
def test_pandoc_refuses_a_citation_as_verified_of_what_is_not(program: str, slug: str, says: str, data: Path) -> None:
    assert _pandoc(program, data, "[@claim:plain-claim, verified, long]").returncode == 0
    done = _pandoc(program, data, f"[@claim:{slug}, verified]")
    assert done.returncode != 0
    assert f"'{slug}' is cited as verified, and its badge says {says}" in done.stderr


@pytest.mark.parametrize("program", _pandocs())
def test_pandoc_sets_the_table_of_the_claims_cited_above_it(program: str, data: Path) -> None:
    text = "[@claim:plain-claim] [@claim:printed-wrong] [@claim:plain-claim]\n\n::: claims-table\n:::\n\n[@claim:open-claim]"
    done = _pandoc(program, data, text, claims_table="true")
    first, second = done.stdout.split("Claim ", 2)[1:]
    assert [first.count(word) for word in ("Plain", "Wrong", "Open")] == [1, 1, 0]
    assert [second.count(word) for word in ("Plain", "Wrong", "Open")] == [0, 0, 1]


def test_pandoc_names_the_command_where_its_data_is_not_there_or_is_not_json(data: Path) -> None:
    for path, said in ((data.with_name("none.json"), "is not there"), (data.with_name("claims-data.tex"), "is not JSON")):
        done = _pandoc(_pandocs()[-1], path, "[@claim:plain-claim]")
        assert done.returncode != 0
        assert said in done.stderr
        assert "claims export" in done.stderr


def _latex(folder: Path, body: str) -> subprocess.CompletedProcess[str]:
    head = r"\documentclass{article}\pagestyle{empty}\parindent0pt\input{glyphtounicode}\pdfgentounicode=1 "
    head += r"\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{claims}"
    (folder / "t.tex").write_text(f"{head}\\begin{{document}}{body}\\end{{document}}", encoding="utf-8")
    command = ["pdflatex", "-halt-on-error", "-interaction=nonstopmode", "t.tex"]
    env = {**os.environ, "TEXINPUTS": f".:{ROOT / 'book' / 'latex'}:", "max_print_line": "10000"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False, env=env)


@TEX
def test_latex_says_the_same_words_as_python(data: Path) -> None:
    body, expected = [], []
    for citing in CITING:
        body.append(rf"\claimssetup{{source={citing.source},edition={citing.edition}}}")
        body += [rf"\claim{{{slug}}}\par" for slug in CITABLE]
        expected += [f"[{words(DATA.claims[slug], citing)}]" for slug in CITABLE]
    done = _latex(data.parent, "\n".join(body))
    assert done.returncode == 0, done.stdout[-2000:]
    text = subprocess.run(["pdftotext", "-layout", "t.pdf", "-"], cwd=data.parent, capture_output=True, text=True, check=True)
    assert [line.strip() for line in text.stdout.replace("\f", "").splitlines() if line.strip()] == expected


@TEX
@pytest.mark.parametrize("slug", BAD)
def test_latex_stops_at_a_bad_id_and_names_the_nearest(slug: str, data: Path) -> None:
    done = _latex(data.parent, rf"\claim{{{slug}}}")
    assert done.returncode != 0
    assert BAD[slug] in " ".join(done.stdout.replace("(claims)", " ").split())


@TEX
def test_latex_stops_at_a_citation_as_verified_of_what_is_not(data: Path) -> None:
    assert _latex(data.parent, r"\claim[expect=verified]{plain-claim}").returncode == 0
    done = _latex(data.parent, r"\claim[expect=verified]{printed-wrong}")
    assert done.returncode != 0
    assert "and its badge says corrected: E-0001" in " ".join(done.stdout.replace("(claims)", " ").split())


@TEX
def test_latex_sets_a_table_with_every_special_character(data: Path) -> None:
    done = _latex(data.parent, r"\claim{nasty-claim}\claim[asof=00ff]{open-claim} \claimtable")
    assert done.returncode == 0, done.stdout[-2000:]
    text = subprocess.run(["pdftotext", "-layout", "t.pdf", "-"], cwd=data.parent, capture_output=True, text=True, check=True)
    assert r"\emph{is} #3" in text.stdout
    assert "onerror=alert(1)>" in text.stdout


def test_sphinx_fails_under_w_on_a_citation_as_verified_of_what_is_not(data: Path) -> None:
    assert _sphinx(data.parent, "{claim}`plain-claim verified`").returncode == 0
    done = _sphinx(data.parent, "{claim}`open-claim verified`")
    assert done.returncode != 0
    assert "is cited as verified, and its badge says open" in done.stderr


def _sphinx(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    (folder / "conf.py").write_text('extensions = ["myst_parser", "claimledger.cite.sphinx"]\nclaims_source = "book"\n')
    (folder / "index.md").write_text(f"# Page\n\n{text}\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", str(folder), str(folder / "out")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_sphinx_says_the_same_words_and_reads_again_when_only_the_ledger_changed(data: Path) -> None:
    text = "\n\n".join(f"{{claim}}`{slug}`" for slug in CITABLE) + "\n\n```{claim-table}\n```"
    assert _sphinx(data.parent, text).returncode == 0
    page = data.parent / "out" / "index.html"
    for slug in CITABLE:
        assert page.read_text(encoding="utf-8").count(f"claim/{slug}/index.html") == 2
    assert "[corrected: E-0001]" in page.read_text(encoding="utf-8")
    healed = msgspec.structs.replace(DATA, claims={**DATA.claims, "printed-wrong": entry("Wrong")})
    data.write_bytes(msgspec.json.encode(healed))
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", str(data.parent), str(data.parent / "out")]
    assert subprocess.run(command, capture_output=True, text=True, check=False).returncode == 0
    assert "[corrected: E-0001]" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", BAD)
def test_sphinx_fails_under_w_on_a_bad_id(slug: str, data: Path) -> None:
    done = _sphinx(data.parent, f"{{claim}}`{slug}`")
    assert done.returncode != 0
    assert BAD[slug] in done.stderr
