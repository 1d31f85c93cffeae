#pragma once

namespace tetherscope {

/// Whether the desktop asks programs for a dark look.
///
/// Asks the desktop portal over D-Bus (`org.freedesktop.appearance color-scheme`) and waits 200 ms at most;
/// without a portal, or where nobody looks (offscreen), by how light the toolkit's default palette is.
/// Requires: a QGuiApplication, and that its palette has not been replaced yet.
bool systemPrefersDark();

} // namespace tetherscope
