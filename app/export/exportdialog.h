#pragma once

#include "export/exportjob.h"
#include "session/seenmoment.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QSpinBox;

namespace tetherscope {

/// Asks how the shown moment, or several steps, are to be written, and where to; writes it; says so if it
/// cannot.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(SeenMoment seen, QWidget *parent);

    /// As the fields say by now.
    ExportOptions options() const;
    /// Without asking for the file. The dialog closes when it is written.
    void writeTo(const QString &path);
    /// "date-cache-step-5.svg"
    QString proposedName() const;

private:
    void addFields(QFormLayout &form);
    void addSteps(QFormLayout &form);
    QDialogButtonBox *createButtons();
    void showFields();
    void proposeSteps();
    void askForFile();
    void copy();
    void showDone(const QString &error);
    void setBusy(bool busy);

    SeenMoment m_seen;
    ExportJob m_job;
    QComboBox *m_kind;
    QComboBox *m_extent;
    QComboBox *m_theme;
    QComboBox *m_scale;
    QCheckBox *m_transparent;
    QCheckBox *m_legend;
    QCheckBox *m_sentence;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QDoubleSpinBox *m_seconds;
    QWidget *m_steps = nullptr;
    QProgressBar *m_progress;
    QLabel *m_message;
    QDialogButtonBox *m_buttons;
};

} // namespace tetherscope
