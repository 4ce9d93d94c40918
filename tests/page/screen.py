"""A browser without a window, and the few things that a reader does with a page in it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, Self

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver.remote.webelement import WebElement

_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # containers have no user to sandbox with
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--hide-scrollbars",
    "--lang=en-GB",
)

# Resolves once the frame after the next one has been painted.
_PAINTED = """
const done = arguments[arguments.length - 1];
requestAnimationFrame(() => requestAnimationFrame(() => done()));
"""

_STEP = """
const slider = document.getElementById("slider");
slider.value = arguments[0];
slider.dispatchEvent(new Event("input", { bubbles: true }));
"""


class Screen:
    """A browser.

    Args:
        chromium: its program.
        driver: the program that drives it.
    """

    def __init__(self, chromium: str, driver: str) -> None:
        options = Options()
        options.binary_location = chromium
        for flag in _FLAGS:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.size(1280, 900)

    def close(self) -> None:
        """End the browser."""
        self.driver.quit()

    # ---- Before a page is opened -------------------------------------------------------------

    def size(self, width: int, height: int) -> Self:
        """Make the window so large, in CSS pixels; a narrow one is a phone's."""
        phone = width < 600
        self._tell(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=phone,
        )
        return self

    def dark(self, *, on: bool = True, medium: str = "") -> Self:
        """Prefer dark colours or light ones, on the screen or in another medium."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if on else "light"}
        self._tell("Emulation.setEmulatedMedia", media=medium, features=[scheme])
        return self

    def scripts(self, *, on: bool = True) -> Self:
        """Let pages run scripts, or none."""
        self._tell("Emulation.setScriptExecutionDisabled", value=not on)
        return self

    def open(self, file: Path, date: str = "") -> Self:
        """Open a page anew, at a date."""
        self.driver.get("about:blank")
        self.complaints()
        self.driver.get(f"{file.as_uri()}#{date}" if date else file.as_uri())
        return self

    # ---- On a page ---------------------------------------------------------------------------

    def settled(self) -> Self:
        """Wait until all that was asked for is painted."""
        self.driver.execute_async_script(_PAINTED)
        return self

    def find(self, selector: str) -> WebElement:
        """Return the first element that a CSS selector finds."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        """Return all elements that a CSS selector finds."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> Self:
        """Bring an element to the middle of the screen, and click it."""
        element = self.find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        self.settled()
        element.click()
        return self.settled()

    def drag(self, selector: str, start: float, end: float, height: float = 0.5) -> None:
        """Press the pointer on an element and let go elsewhere, both as parts of its width."""
        element = self.find(selector)
        size = element.size
        down, across = round((height - 0.5) * size["height"]), size["width"]
        actions = ActionChains(self.driver, duration=20)
        actions.move_to_element_with_offset(element, round((start - 0.5) * across), down)
        actions.click_and_hold()
        if start != end:
            actions.move_by_offset(round((end - start) * across), 0)
        actions.release().perform()

    def text(self, selector: str) -> str:
        """Return the text of the first element, shown or not."""
        return str(self.run("return document.querySelector(arguments[0]).textContent", selector))

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - what the script returns
        """Run a script in the page."""
        return self.driver.execute_script(script, *arguments)

    def statuses(self) -> dict[str, str]:
        """Return the section under which each fact stands, by its id."""
        rows = self.run(
            "return [...document.querySelectorAll('#facts .fact')]"
            ".map((row) => [row.dataset.fact, row.closest('section').className])"
        )
        return {fact: section.rpartition("s-")[2] for fact, section in rows}

    def step(self, value: int) -> Self:
        """Move the slider, and wait until that is painted."""
        self.run(_STEP, value)
        return self.settled()

    def complaints(self) -> list[str]:
        """Return what the browser has complained of since the page was opened."""
        log: Any = self.driver
        return [entry["message"] for entry in log.get_log("browser")]

    def picture(self, file: Path) -> None:
        """Write what is on the screen as a PNG."""
        file.write_bytes(base64.b64decode(self.driver.get_screenshot_as_base64()))

    def _tell(self, command: str, **arguments: object) -> None:
        self.driver.execute_cdp_cmd(command, arguments)
