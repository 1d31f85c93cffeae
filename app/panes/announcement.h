#pragma once

class QWidget;

namespace tetherscope {

/// From now on a screen reader takes the widget for a message: its accessible name is read out when it
/// changes, wherever the keyboard is. The widget's own children are not seen.
void makeAnnouncer(QWidget &widget);

/// The announcer has something new to say. Qt 6.4 has no event for an announcement: an alert is for Windows,
/// a message that shows itself for AT-SPI.
void announce(QWidget &announcer);

} // namespace tetherscope
