"""The reader's site in headless Chromium: from the disk and over http, by keyboard, without scripts, on a phone, in the dark."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimledger.site.serve import server
from tests.reader import HOSTILE, write_reader_ledger
from tests.tiny import Tiny

selenium = pytest.importorskip("selenium", reason="selenium is not installed")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900")
SERIOUS = ("serious", "critical")
AUDITED = (
    *("index", "claim/four/index", "claim/fair/index", "claim/five/index", "errata/index", "errata/E-0001/index", "audit/index"),
    *("section/index", "section/book-1/index", "method/index", "method/exact/index", "picture/index", "picture/squares/index"),
    *("paper/trust/index", "notebook/sum/index", "source/checks/small.py/index"),
)


@pytest.fixture(scope="module")
def site(module_tiny: Tiny) -> Path:
    """The site of the reader's ledger, made from what its receipts say."""
    write_reader_ledger(module_tiny)
    module_tiny.claims("record")
    assert module_tiny.claims("site").code == 0
    return module_tiny.root / "site"


@pytest.fixture(scope="module")
def hosted(site: Path) -> Iterator[str]:
    """The same site over http."""
    running = server(site, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()


@pytest.fixture(scope="module")
def started() -> Iterator[Any]:
    """One browser for the module."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def browser(started: Any) -> Iterator[Any]:
    """The browser at a desk's width, in the light, with scripts."""
    yield started
    started.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    started.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    started.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


def _titles(browser: Any) -> list[str]:
    return [
        str(t)
        for t in browser.execute_script("return [...document.querySelectorAll('#list tbody th a')].map(a => a.textContent)")
    ]


def _until(browser: Any, script: str) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, 10, 0.05).until(lambda b: b.execute_script(f"return {script}"))


def _press(browser: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(browser).send_keys(*keys).perform()


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_every_page_loads_without_a_console_error_and_asks_no_other_host(
    browser: Any, site: Path, hosted: str, scheme: str
) -> None:
    import json

    base = f"{site.as_uri()}/" if scheme == "file" else hosted
    for kind in ("browser", "performance"):
        browser.get_log(kind)
    for page in sorted(site.rglob("*.html")):
        browser.get(base + page.relative_to(site).as_posix())
    browser.get(f"{base}index.html?q=ten")
    _until(browser, "document.getElementById('found').textContent.includes(' of ')")
    assert [entry["message"] for entry in browser.get_log("browser")] == []
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    assert asked
    assert [url for url in asked if not url.startswith((base, "data:"))] == []


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_a_search_narrows_as_it_is_typed_and_its_address_gives_it_again(
    browser: Any, site: Path, hosted: str, scheme: str
) -> None:
    browser.get((f"{site.as_uri()}/" if scheme == "file" else hosted) + "index.html")
    everything = _titles(browser)
    assert len(everything) == 5
    _press(browser, "/")
    _press(browser, "bold")
    _until(browser, "document.querySelectorAll('#list tbody tr').length === 1")
    assert _titles(browser) == [HOSTILE]
    assert "q=bold" in browser.current_url
    browser.get(browser.current_url)
    _until(browser, "document.querySelectorAll('#list tbody tr').length === 1")
    _press(browser, "/")
    from selenium.webdriver.common.keys import Keys

    _press(browser, Keys.ESCAPE)
    _until(browser, "document.querySelectorAll('#list tbody tr').length === 5")
    assert _titles(browser) == everything


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("method=sympy", ["A square"]),
        ("errata=with", ["The sum to four"]),
        ("section=book-1&kind=empirical", ["A fair mean"]),
        ("tag=open&earned=open&method=flint", ["The root of two, above its tag"]),
        ("kind=arithmetic&sort=title", [HOSTILE, "The root of two, above its tag", "The sum to four"]),
        ("kind=arithmetic&sort=-title", ["The sum to four", "The root of two, above its tag", HOSTILE]),
        ("source=disputed", ["A fair mean"]),
        ("source=unsettled", ["A square", HOSTILE, "The root of two, above its tag"]),
        ("q=nothing+of+the+kind", []),
    ],
)
def test_the_address_filters_and_sorts(browser: Any, site: Path, query: str, titles: list[str]) -> None:
    browser.get(f"{site.as_uri()}/index.html?{query}")
    _until(browser, "document.getElementById('found').textContent.includes('claims') && typeof shards[0] === 'object'")
    _until(browser, f"document.querySelectorAll('#list tbody tr').length === {len(titles)}")
    assert sorted(_titles(browser)) == sorted(titles) if "sort" not in query else _titles(browser) == titles


def test_the_front_page_is_walked_by_keyboard_alone(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.get(f"{site.as_uri()}/index.html")
    _press(browser, Keys.TAB)
    assert browser.switch_to.active_element.text == "Skip to the content"
    _press(browser, "/")
    _press(browser, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP)
    first = browser.switch_to.active_element
    assert first.text == _titles(browser)[0]
    _press(browser, Keys.ENTER)
    _until(browser, "location.pathname.endsWith('/claim/four/index.html')")
    browser.get(f"{site.as_uri()}/index.html")
    button = browser.find_element("css selector", "th[data-sort=title] button")
    browser.execute_script("arguments[0].focus()", button)
    _press(browser, Keys.ENTER)
    _until(browser, "document.querySelector('th[data-sort=title]').getAttribute('aria-sort') === 'ascending'")
    assert "sort=title" in browser.current_url


def test_everything_stands_there_without_scripts(browser: Any, site: Path) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{site.as_uri()}/index.html")
    assert not browser.find_element("id", "filter").is_displayed()
    assert len(browser.find_elements("css selector", "#list tbody tr")) == 5
    browser.get(f"{site.as_uri()}/claim/four/index.html")
    folds = browser.find_elements("css selector", ".evidence details")
    for fold in folds:
        fold.find_element("css selector", "summary").click()
    assert any("def adds_up" in fold.text for fold in folds)


@pytest.mark.parametrize(
    "page",
    ["index", "claim/square/index", "claim/fair/index", "errata/index", "audit/index", "picture/squares/index", "section/index"],
)
def test_nothing_is_wider_than_a_phone(browser: Any, site: Path, page: str) -> None:
    phone = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    browser.get(f"{site.as_uri()}/{page}.html")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390


def test_the_dark_page_is_dark_and_the_printed_one_has_no_controls_and_all_its_folds_open(browser: Any, site: Path) -> None:
    colour = "return getComputedStyle(document.body).backgroundColor"
    browser.get(f"{site.as_uri()}/claim/four/index.html")
    light = browser.execute_script(colour)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    assert browser.execute_script(colour) != light
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    assert not browser.find_element("css selector", ".top nav").is_displayed()
    browser.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert browser.execute_script("return [...document.querySelectorAll('details')].every(d => d.open)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Any, site: Path, scheme: str) -> None:
    from axe_selenium_python import Axe

    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    found = []
    for page in AUDITED:
        browser.get(f"{site.as_uri()}/{page}.html")
        browser.execute_script("for (const fold of document.querySelectorAll('details')) fold.open = true")
        axe = Axe(browser)
        axe.inject()
        violations = [v for v in axe.run()["violations"] if v["impact"] in SERIOUS]
        found += [(page, v["id"], v["nodes"][0]["html"][:120]) for v in violations]
    assert found == []
