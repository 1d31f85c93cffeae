#pragma once

#include "analysis/folding.h"
#include "analysis/moment.h"
#include "canvas/fontmeasure.h"
#include "canvas/sheet.h"
#include "session/document.h"

#include <QByteArray>
#include <QSize>

#include <functional>
#include <optional>
#include <stop_token>

namespace tetherscope {

enum class ExportFormat { Json, Dot, Svg, Png, Pdf };

struct ExportOptions
{
    ExportFormat format = ExportFormat::Json;
    bool layout = false; ///< of json: also where everything is drawn
    bool dark = false;   ///< of pictures, as all that follows
    QSize size{1280, 800};
    int scale = 1; ///< of png: pixels to one of `size`
    Ground ground = Ground::Paper;
    bool legend = false;
    bool captioned = false;    ///< with the step's sentence
    bool animated = false;     ///< of svg and png: several steps, one after another
    double secondsPerStep = 2; ///< of an animation
    /// What the window makes of a composed picture: things put elsewhere by hand. None: as it was planned.
    std::function<Picture(Picture)> arrange;
    SceneRect part;     ///< what the window shows; empty: everything
    PaintOptions marks; ///< selection
    Folding folding;    ///< what the window has put away
};

/// The steps from `first` to before `end`.
struct StepSpan
{
    std::size_t first = 0;
    std::size_t end = 0;

    std::size_t count() const { return end - first; }
};

/// "json", "dot", "svg", "png", "pdf".
QString suffixOf(ExportFormat format);
/// Whether the format shows the picture: its plan must be there, and a QGuiApplication.
bool needsPicture(const ExportOptions &options);
/// Whether several steps make one file: pages, or an animation.
bool isOneFile(const ExportOptions &options);

/// Writes moments of one run, for the window and the commands alike. The same moment gives the same bytes
/// (but for a PDF's date), whichever moments were asked for before; going forward step by step costs what
/// changes.
///
/// Lifetime  The document's timeline must outlive it.
/// Threads   One, any.
/// Errors    Empty bytes, and error() says why.
/// Requires: a plan, if needsPicture(options).
class Exporter
{
public:
    Exporter(const Document &document, const ExportOptions &options);

    /// A whole file's content; JSON ends with a line's end.
    QByteArray at(Position position);

    /// Paints the moment where the painter's transform puts it. Requires: needsPicture(options).
    void paint(QPainter &painter, Position position);

    /// The ends of the steps as pages of one document, or as an animation, which stages each change.
    /// `progress` hears of the part that is done, 0 to 1. Requires: isOneFile(options); at least one step.
    QByteArray together(StepSpan steps, std::stop_token stop = {},
                        const std::function<void(double)> &progress = {});

    /// A sentence without a stop: "an animation has at most 1000 steps".
    const QString &error() const { return m_error; }

private:
    QByteArray jsonLine();
    QByteArray picture();
    QByteArray animatedSvg(StepSpan steps, const std::function<bool(std::size_t)> &goOn);
    QByteArray animatedPng(StepSpan steps, const std::function<bool(std::size_t)> &goOn);
    QByteArray pages(StepSpan steps, const std::function<bool(std::size_t)> &goOn);
    void seek(Position position);
    Picture shown() const;
    SheetOptions sheetOptions() const;
    bool hasRoom();
    QByteArray checked(QByteArray bytes);

    Document m_document;
    ExportOptions m_options;
    Theme m_theme;
    Cursor m_cursor;
    Moment m_moment;
    std::optional<FontMeasure> m_measure; ///< asks for fonts, so only where a picture is made
    QString m_error;
};

} // namespace tetherscope
