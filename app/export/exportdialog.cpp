#include "export/exportdialog.h"

#include "base/appearance.h"
#include "export/exporter.h"
#include "export/outputfile.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace tetherscope {

namespace {

QString dialogText(const char *text)
{
    return QCoreApplication::translate("ExportDialog", text);
}

ExportFormat formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const ExportFormat format : {ExportFormat::Json, ExportFormat::Dot, ExportFormat::Svg}) {
        if (suffix == suffixOf(format))
            return format;
    }
    return ExportFormat::Png;
}

} // namespace

QString exportMoment(const Session &session, const Appearance &appearance, const QString &path)
{
    ExportOptions options;
    options.format = formatOf(path);
    options.dark = appearance.theme().dark;
    options.size = QSize(1600, 1000);
    Exporter exporter(session.document(), options);
    OutputFile output(path);
    output.write(exporter.at(session.player().position()));
    output.commit();
    return output.error();
}

void exportWithDialog(QWidget *window, const Session &session, const Appearance &appearance)
{
    const QString proposal = QStringLiteral("%1-step-%2.png")
                                 .arg(session.document().source.baseName())
                                 .arg(session.player().position().step);
    QFileDialog *const dialog =
        new QFileDialog(window, dialogText("Export this moment"), proposal,
                        dialogText("Pictures (*.png *.svg);;Graphviz (*.dot);;JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposal);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, window, [window, &session, &appearance](const QString &path) {
            const QString error = exportMoment(session, appearance, path);
            if (error.isEmpty())
                return;
            QMessageBox *const box =
                new QMessageBox(QMessageBox::NoIcon, dialogText("Export"), error, QMessageBox::Ok, window);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        });
    dialog->open();
}

} // namespace tetherscope
