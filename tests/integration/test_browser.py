"""The Dagster UI as an engineer meets it: the asset graph, one year materialised from it, the checks."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, Response, expect, sync_playwright

from tests.integration.place import BIN, PROJECT, Place

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 300_000


@dataclass(frozen=True)
class Served:
    """A Dagster that serves the assets of a place."""

    address: str
    place: Place


@pytest.fixture
def served(filled: Place) -> Iterator[Served]:
    """``dagster dev`` over a place, started as ``make ui`` does, with the project's settings."""
    shutil.copy(PROJECT / "dagster.yaml", filled.root)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [str(BIN / "dagster"), "dev", "-m", "assets.definitions", "--host", "127.0.0.1", "--port", str(port)],
        cwd=filled.root,
        env={
            **filled.environment(),
            "FAZHI_RAW": str(filled.raw),
            "FAZHI_WAREHOUSE": str(filled.warehouse),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield Served(wait_for(f"http://127.0.0.1:{port}", process), filled)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> str:
    """Return the address as soon as it answers."""
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline:
        assert process.poll() is None, "dagster dev ended by itself"
        try:
            with urllib.request.urlopen(f"{address}/server_info", timeout=5):  # noqa: S310 - our own
                return address
        except OSError:
            time.sleep(0.5)
    raise AssertionError("dagster dev did not answer")


@pytest.fixture
def page(browser_path: str) -> Iterator[Page]:
    """A page of a headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1500, "height": 1000})
        page.set_default_timeout(PATIENCE)
        yield page
        browser.close()


def picture(page: Page, name: str) -> None:
    """Keep a picture of the page where FAZHI_PICTURES says, for a person to look at."""
    if folder := os.environ.get("FAZHI_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png")


def launches(response: Response) -> bool:
    """Tell whether the server answers an order to launch."""
    return '"operationName":"LaunchPipelineExecution"' in (response.request.post_data or "")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_a_year_is_materialised_from_the_ui(served: Served, page: Page) -> None:
    # The graph.
    page.goto(f"{served.address}/asset-groups")
    for group in ("raw", "staging", "warehouse", "publication"):
        expect(page.get_by_text(group, exact=True).first).to_be_visible(timeout=PATIENCE)
    picture(page, "graph")

    # One year.
    page.get_by_text("Materialize all").click()
    years = page.get_by_placeholder("ex: 2005")
    years.fill("2024")
    years.press("Enter")
    picture(page, "launch")
    # The button hides before the server has been asked: leaving the page at once would take the order back.
    with page.expect_response(launches, timeout=PATIENCE):
        page.get_by_role("button", name="Launch 1 run").click()
    page.goto(f"{served.address}/runs")
    expect(page.get_by_text("Success", exact=True).first).to_be_visible(timeout=PATIENCE)
    picture(page, "runs")
    assert served.place.received() == [("建安区", "2024", 121.0), ("魏都区", "2024", 101.0)]

    # What it says of a table, and its checks.
    page.goto(f"{served.address}/assets/observation")
    expect(page.get_by_text("char_start").first).to_be_visible(timeout=PATIENCE)
    picture(page, "asset")
    page.goto(f"{served.address}/assets/observation?view=checks")
    for check in ("observation_key_unique", "indicator_known", "identities_hold"):
        expect(page.get_by_text(check).first).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("Passed").first).to_be_visible(timeout=PATIENCE)
    picture(page, "checks")
    page.goto(f"{served.address}/automation")
    expect(page.get_by_text("last_years_reports").first).to_be_visible(timeout=PATIENCE)
    picture(page, "automation")
