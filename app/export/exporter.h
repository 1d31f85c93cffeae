#pragma once

#include "analysis/moment.h"
#include "canvas/fontmeasure.h"
#include "session/document.h"

#include <QByteArray>
#include <QSize>

#include <optional>

namespace tetherscope {

enum class ExportFormat { Json, Dot, Svg, Png };

struct ExportOptions
{
    ExportFormat format = ExportFormat::Json;
    bool layout = false; ///< of json: also where everything is drawn
    bool dark = false;   ///< of svg and png
    QSize size{1280, 800};
};

/// "json", "dot", "svg", "png".
QString suffixOf(ExportFormat format);
/// Whether the format shows the picture: its plan must be there, and a QGuiApplication.
bool needsPicture(const ExportOptions &options);

/// Writes moments of one run, for the window and the commands alike. The same moment gives the same bytes,
/// whichever moments were asked for before; going forward step by step costs what changes.
///
/// Lifetime  The document's timeline must outlive it.
/// Requires: a plan, if needsPicture(options).
class Exporter
{
public:
    Exporter(const Document &document, const ExportOptions &options);

    /// A whole file's content; JSON ends with a line's end. Empty if a picture could not be made (out of
    /// memory).
    QByteArray at(Position position);

private:
    QByteArray jsonLine();
    QByteArray picture();

    Document m_document;
    ExportOptions m_options;
    Cursor m_cursor;
    Moment m_moment;
    std::optional<FontMeasure> m_measure; ///< asks for fonts, so only where a picture is made
};

} // namespace tetherscope
