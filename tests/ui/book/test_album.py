"""The album: a picture of each look of each scene, of a window that lives apart."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Start, window_ports
from ui.book import album as albums
from ui.book import sitting
from ui.book.album import Album, Picture
from ui.book.contents import write_contents
from ui.book.hand import Hand
from ui.book.looks import DARK, LIGHT, NARROW, TYPICAL, WHOLE
from ui.book.props import Props
from ui.book.routes_start import welcome
from ui.widgets.sheet import Sheet


@pytest.fixture
def props(tmp_path: Path) -> Props:
    return Props(tmp_path, "typical", window_ports())


def one_stop(hand: Hand, props: Props) -> Iterator[str]:
    hand.go("unlock", props.vault)
    yield "unlock"


def ground(path: Path) -> str:
    return QImage(str(path)).pixelColor(600, 20).name()


@pytest.mark.long
def test_every_look_of_every_scene_is_kept(start: Start, props: Props) -> None:
    """A folder a scene, a file a look; light is light and dark is dark."""
    album = Album(props.folder / "book", (LIGHT, DARK, NARROW), 2, whole=True)
    album.walk(Hand(start().application), props, [welcome])
    assert {one.scene for one in album.pictures} == {"welcome", "welcome-again"}
    scene = props.folder / "book" / "welcome"
    assert {path.name for path in scene.iterdir()} == {
        "typical-light-2x.png",
        "typical-dark-2x.png",
        "typical-narrow-2x.png",
    }
    assert ground(scene / "typical-light-2x.png") == "#faf8f4"
    assert ground(scene / "typical-dark-2x.png") == "#131817"
    assert QImage(str(scene / "typical-narrow-2x.png")).width() == NARROW.width


def test_the_usual_pictures_lie_side_by_side(start: Start, props: Props) -> None:
    """As the tour keeps them, by day and by night."""
    album = Album(props.folder / "book", TYPICAL)
    album.walk(Hand(start().application), props, [one_stop])
    names = {path.name for path in (props.folder / "book").iterdir()}
    assert names == {"unlock.png", "unlock-dark.png"}


def test_a_whole_picture_hides_nothing(start: Start, props: Props) -> None:
    """The window is as high as its page."""
    application = start().application
    Hand(application).go("unlock", props.vault)
    low = WHOLE._replace(height=NARROW.height)
    albums.wear(application, low)
    assert application.window.height() > low.height
    assert albums._hidden(application) == 0


def test_a_sheet_lies_over_the_window(start: Start, props: Props) -> None:
    """It is a window of its own, so it is drawn apart and put in the middle."""
    application = start().application
    before = albums._drawn(application).toImage()
    sheet = Sheet(application.window, "A question", "Answer")
    sheet.open()
    QApplication.processEvents()
    after = albums._drawn(application).toImage()
    middle = before.rect().center()
    assert after.size() == before.size()
    edge = middle.x() - sheet.width() // 2
    shade = [after.pixelColor(x, middle.y()).lightness() for x in (2, edge - 8)]
    assert max(shade) < before.pixelColor(2, middle.y()).lightness()
    assert after.pixelColor(edge + 8, middle.y()).lightness() > max(shade)
    sheet.reject()


@pytest.mark.long
def test_a_sitting_ends_with_its_window(
    props: Props, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its settings and its vault lie in its own folder."""
    monkeypatch.setattr(sitting, "real_ports", window_ports)
    monkeypatch.setattr(sitting, "BEFORE", (one_stop,))
    monkeypatch.setattr(sitting, "INSIDE", ())
    album = Album(props.folder / "book", (LIGHT,))
    sitting.sit(album, props.folder / "here", "typical")
    assert [one.scene for one in album.pictures] == ["unlock"]
    assert not any(window.isVisible() for window in qapp.topLevelWidgets())


def test_the_contents_show_every_picture(tmp_path: Path) -> None:
    """Under its scene, with its fill, look and scale; names are escaped."""
    for scale in (1, 2):
        made = [Picture("home", "empty", "<b>", scale, f"home/{scale}&.png")]
        listed = json.dumps([asdict(one) for one in made])
        (tmp_path / f"pictures-{scale}x.json").write_text(listed, encoding="utf-8")
    text = write_contents(tmp_path).read_text(encoding="utf-8")
    assert text.count("<h2>home</h2>") == 1
    assert text.count('src="home/1&amp;.png"') == 1
    assert "empty, &lt;b&gt;, 2x" in text
    assert "http" not in text
