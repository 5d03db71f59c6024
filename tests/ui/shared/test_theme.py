"""What is worn: colours, sizes, fonts; and it follows the settings and the system."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.shared.grid import TEXT_SCALES, UNIT, Metrics
from ui.shared.palette import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, worn
from ui.shared.settings import Settings
from ui.shared.theme import FAMILIES, SCHEMES, Theme, style_sheet


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


def test_a_scheme_is_worn_at_once(theme: Theme, qapp: QApplication) -> None:
    """By Qt's own drawing and by ours."""
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.is_dark))
    theme.wear("dark", 100)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.ground
    assert worn() is DARK
    theme.wear("light", 150)
    assert worn() is LIGHT
    assert qapp.font().pixelSize() == Metrics.of(150).body
    assert told == [True, False]


def test_no_name_of_a_measure_is_left_in_the_style_sheet() -> None:
    """Each is put in, in every scheme and size."""
    for colours in (LIGHT, DARK):
        for percent in TEXT_SCALES:
            assert "$" not in style_sheet(colours, Metrics.of(percent))


def test_sizes_grow_with_the_text(theme: Theme) -> None:
    """What is clicked stays on the grid and large enough."""
    for percent in TEXT_SCALES:
        sizes = Metrics.of(percent)
        assert sizes.body == round(15 * percent / 100)
        assert sizes.target >= 3 * UNIT


@pytest.mark.long
def test_as_the_system_has_it_follows_the_system(
    theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where nothing else was chosen."""
    hints = qapp.styleHints()
    monkeypatch.setattr(
        type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark, raising=False
    )
    theme.wear("system", 100)
    assert theme.is_dark
    monkeypatch.setattr(
        type(hints), "colorScheme", lambda _: Qt.ColorScheme.Light, raising=False
    )
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme.is_dark
    theme.wear("dark", 100)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.is_dark


def test_high_contrast_is_worn_where_it_is_chosen_or_the_system_asks(
    theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Light or dark as the system has it."""
    hints = qapp.styleHints()
    theme.wear("contrast", 100)
    assert worn() is CONTRAST_LIGHT
    monkeypatch.setattr(
        type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark, raising=False
    )
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is CONTRAST_DARK
    assert theme.is_dark
    theme.wear("system", 100)
    assert theme.colours is DARK
    eases = hints.accessibility()
    monkeypatch.setattr(
        type(eases),
        "contrastPreference",
        lambda _: Qt.ContrastPreference.HighContrast,
        raising=False,
    )
    eases.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.colours is CONTRAST_DARK
    theme.wear("light", 100)
    assert theme.colours is LIGHT


def test_chinese_and_korean_need_nothing_installed(theme: Theme) -> None:
    """The font comes along; a second time changes nothing."""
    theme.add_han()
    before = QFontDatabase.families()
    assert FAMILIES[1] in before
    theme.add_han()
    assert QFontDatabase.families() == before


def test_settings_are_remembered(tmp_path: Path) -> None:
    """From one start to the next."""
    file = tmp_path / "window.ini"
    first = Settings(file)
    assert (first.scheme, first.text_percent, first.recent) == ("system", 100, [])
    first.scheme, first.text_percent = "dark", 150
    first.remember(tmp_path / "one.sparekey")
    first.write()
    again = Settings(file)
    assert (again.scheme, again.text_percent) == ("dark", 150)
    assert again.recent == [tmp_path / "one.sparekey"]


def test_a_look_that_is_chosen_is_told(tmp_path: Path) -> None:
    """Whoever wears it hears of it; a list of files is no look."""
    told: list[str] = []
    settings = Settings(tmp_path / "window.ini")
    settings.looks_changed.connect(lambda: told.append(settings.scheme))
    settings.scheme = "light"
    settings.text_percent = 125
    settings.remember(tmp_path / "one.sparekey")
    assert told == ["light", "light"]


def test_settings_that_make_no_sense_are_as_not_set(tmp_path: Path) -> None:
    """A file that was meddled with is no reason not to start."""
    file = tmp_path / "window.ini"
    file.write_text(
        "[look]\nscheme=purple\ntext=1000\n[window]\ngeometry=oops\n[files]\nrecent=7\n",
        encoding="utf-8",
    )
    settings = Settings(file)
    assert settings.scheme in SCHEMES
    assert settings.scheme == "system"
    assert settings.text_percent == 100
    assert settings.geometry.isEmpty()
    assert [one.name for one in settings.recent] == ["7"]


def test_the_list_of_vaults_keeps_the_newest_and_no_more(tmp_path: Path) -> None:
    """Each once; any can be taken off."""
    settings = Settings(tmp_path / "window.ini")
    paths = [tmp_path / f"{n}.sparekey" for n in range(9)]
    for path in [*paths, paths[5]]:
        settings.remember(path)
    assert settings.recent == [paths[n] for n in (5, 8, 7, 6, 4, 3)]
    settings.forget(paths[8])
    assert paths[8] not in settings.recent
    settings.forget_all()
    assert settings.recent == []
