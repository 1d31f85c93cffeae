#pragma once

class QWidget;
class QString;

namespace tetherscope {

class Appearance;
class Session;

/// Asks where to, and writes the shown moment there; the file's ending says which format. Says so if it
/// cannot. Requires: session.hasDocument()
void exportWithDialog(QWidget *window, const Session &session, const Appearance &appearance);

/// The message if the file cannot be written; empty if it was. An ending that is none of ours writes a PNG.
QString exportMoment(const Session &session, const Appearance &appearance, const QString &path);

} // namespace tetherscope
