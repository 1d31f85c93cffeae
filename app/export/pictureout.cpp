#include "export/pictureout.h"

#include "session/seenmoment.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

namespace tetherscope {

ExportOptions optionsAsSeen(const SeenMoment &seen)
{
    ExportOptions options;
    options.dark = seen.dark;
    options.size = seen.size;
    options.part = seen.part;
    options.marks = seen.marks;
    options.folding = seen.folding;
    options.arrange = seen.arrange;
    return options;
}

void copyPicture(const SeenMoment &seen, ExportOptions options)
{
    options.animated = false;
    options.format = ExportFormat::Svg;
    Exporter svg(seen.document, options);
    options.format = ExportFormat::Png;
    options.scale = std::max(options.scale, 2);
    Exporter png(seen.document, options);
    QMimeData *const data = new QMimeData;
    data->setImageData(QImage::fromData(png.at(seen.moment), "PNG"));
    data->setData(QStringLiteral("image/svg+xml"), svg.at(seen.moment));
    QGuiApplication::clipboard()->setMimeData(data);
}

void printPicture(const SeenMoment &seen, QPrinter &printer)
{
    ExportOptions options;
    options.format = ExportFormat::Pdf;
    options.size = printer.pageLayout().paintRectPoints().size() * 4 / 3; // 96 pixels to 72 points
    options.legend = true;
    options.captioned = true;
    options.folding = seen.folding;
    options.arrange = seen.arrange;
    QPainter painter(&printer);
    painter.scale(printer.resolution() / 96.0, printer.resolution() / 96.0);
    Exporter(seen.document, options).paint(painter, seen.moment);
}

void printWithDialog(const SeenMoment &seen, QWidget *window)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    QPrintDialog *const dialog = new QPrintDialog(printer.get(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, qOverload<>(&QDialog::accepted), dialog,
                     [seen, printer] { printPicture(seen, *printer); });
    dialog->open();
}

} // namespace tetherscope
