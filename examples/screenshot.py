"""Make the picture of the evidence page that the README shows: `python examples/screenshot.py`.

It needs the extra `browser` and a Chromium, on the path or where the environment variable CHROMIUM says.
"""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from summarizer import summarize

EXAMPLES = Path(__file__).resolve().parent
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
ITEM_SHOWN = "5"

os.chdir(EXAMPLES.parent)
with TemporaryDirectory() as folder, sync_playwright() as playwright:
    page_file = Path(folder) / "briefing.html"
    page_file.write_text(summarize("examples/ferry").to_html(), encoding="utf-8")
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
    )
    page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page.goto(page_file.as_uri())
    page.keyboard.press(ITEM_SHOWN)
    page.screenshot(path=EXAMPLES / "briefing.png")
    browser.close()
