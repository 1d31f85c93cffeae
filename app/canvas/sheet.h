#pragma once

#include "canvas/picture.h"
#include "canvas/render.h"
#include "canvas/svgdocument.h"
#include "canvas/transition.h"
#include "look/theme.h"

#include <QImage>
#include <QSize>
#include <QString>
#include <QTransform>

#include <functional>
#include <vector>

class QPainter;

namespace tetherscope {

class Surface;

enum class Ground { Paper, Transparent };

/// How a picture is put on a sheet.
struct SheetOptions
{
    QSize size{1280, 800}; ///< in logical pixels
    Ground ground = Ground::Paper;
    bool captioned = false; ///< room at the top, also where this picture has nothing to say
    QString caption;        ///< of one or two lines: the step's sentence
    bool legend = false;    ///< at the foot
    SceneRect part;         ///< what is shown, to the sheet's edges; empty: the whole plan, with a margin
    double maxScale = 4;
    PaintOptions marks;
};

/// A picture on paper, as it leaves the program: the same on an image, a printer and in an SVG document.
///
/// Of two sheets with the same options and pictures of one plan everything that has not changed is in the
/// same place.
/// Lifetime  Picture and transition must outlive it.
class Sheet
{
public:
    Sheet(const Picture &picture, const Theme &theme, const SheetOptions &options);
    /// The picture as it comes after another one, in the middle of the change.
    Sheet(const Picture &picture, const Theme &theme, const SheetOptions &options,
          const Transition &transition);

    QSize size() const { return m_options.size; }
    const QString &caption() const { return m_options.caption; }
    /// Not valid: transparent.
    QColor paper() const;
    const Picture &picture() const { return m_picture; }

    struct Layer
    {
        QTransform view; ///< to the sheet: a scale and a shift
        std::function<void(Surface &)> draw;
    };
    /// From the bottom; it must not outlive the sheet.
    std::vector<Layer> layers() const;

private:
    QRectF captionStrip() const;
    QRectF legendStrip() const;
    QTransform pictureView() const;
    void drawPictureOn(Surface &surface) const;
    void drawCaptionOn(Surface &surface, QSizeF room) const;

    const Picture &m_picture;
    Theme m_theme;
    SheetOptions m_options;
    const Transition *m_transition = nullptr;
};

/// Paints the sheet where the painter's transform puts it.
void paintSheet(QPainter &painter, const Sheet &sheet);

/// `ratio` device pixels to a logical one. A null image if there is no memory for it. May be called from any
/// thread.
QImage renderSheet(const Sheet &sheet, double ratio = 1);

/// UTF-8; text stays text.
QByteArray sheetSvg(const Sheet &sheet);
/// The document's parts, for who makes one of several sheets.
SvgHead svgHeadOf(const Sheet &sheet);
std::vector<SvgLayer> svgLayersOf(const Sheet &sheet);

} // namespace tetherscope
