#pragma once

#include "export/exporter.h"

class QPrinter;
class QWidget;

namespace tetherscope {

struct SeenMoment;

/// As the window shows it, with paper.
ExportOptions optionsAsSeen(const SeenMoment &seen);

/// Puts the moment on the clipboard: as an image of twice the pixels, and as SVG for who can take that.
void copyPicture(const SeenMoment &seen, ExportOptions options);

/// The moment on one page, as large as it has room; with its sentence and the legend. Light, whatever the
/// window is.
void printPicture(const SeenMoment &seen, QPrinter &printer);
/// Asks for the printer first.
void printWithDialog(const SeenMoment &seen, QWidget *window);

} // namespace tetherscope
