#include "export/exportdialog.h"

#include "export/pictureout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

#include <array>

namespace tetherscope {

namespace {

/// What can be made, as people call it.
struct ExportKind
{
    ExportFormat format;
    bool animated;
    const char *text;
};
constexpr std::array exportKinds{
    ExportKind{ExportFormat::Png, false, QT_TRANSLATE_NOOP("ExportDialog", "Picture (PNG)")},
    ExportKind{ExportFormat::Svg, false, QT_TRANSLATE_NOOP("ExportDialog", "Picture (SVG)")},
    ExportKind{ExportFormat::Pdf, false, QT_TRANSLATE_NOOP("ExportDialog", "Document (PDF), a page a step")},
    ExportKind{ExportFormat::Svg, true, QT_TRANSLATE_NOOP("ExportDialog", "Animation (SVG)")},
    ExportKind{ExportFormat::Png, true, QT_TRANSLATE_NOOP("ExportDialog", "Animation (PNG)")},
    ExportKind{ExportFormat::Dot, false, QT_TRANSLATE_NOOP("ExportDialog", "Graph (DOT)")},
    ExportKind{ExportFormat::Json, false, QT_TRANSLATE_NOOP("ExportDialog", "Data (JSON)")},
};
constexpr std::array scales{1, 2, 3};
constexpr QSize wholeSize{1600, 1000}; ///< of the whole plan, whatever the window's size is
enum Extent { Whole, AsShown };
enum ThemeOfFile { AsWindow, LightTheme, DarkTheme };

QComboBox *makeChoice(const QStringList &texts, const char *name, QWidget *parent)
{
    QComboBox *const choice = new QComboBox(parent);
    choice->setObjectName(QLatin1StringView(name));
    choice->addItems(texts);
    return choice;
}

QCheckBox *makeCheck(const QString &text, const char *name, QWidget *parent)
{
    QCheckBox *const check = new QCheckBox(text, parent);
    check->setObjectName(QLatin1StringView(name));
    return check;
}

QSpinBox *makeStep(std::size_t last, const char *name, QWidget *parent)
{
    QSpinBox *const step = new QSpinBox(parent);
    step->setObjectName(QLatin1StringView(name));
    step->setRange(0, int(last));
    return step;
}

} // namespace

ExportDialog::ExportDialog(SeenMoment seen, QWidget *parent)
    : QDialog(parent)
    , m_seen(std::move(seen))
    , m_kind(makeChoice({}, "kind", this))
    , m_extent(makeChoice({tr("The whole picture"), tr("What the window shows")}, "extent", this))
    , m_theme(makeChoice({tr("As the window"), tr("Light"), tr("Dark")}, "theme", this))
    , m_scale(makeChoice({tr("1x"), tr("2x"), tr("3x")}, "scale", this))
    , m_transparent(makeCheck(tr("&Transparent ground"), "transparent", this))
    , m_legend(makeCheck(tr("&Legend"), "legend", this))
    , m_sentence(makeCheck(tr("The step’s &sentence"), "sentence", this))
    , m_first(makeStep(m_seen.document.lastStep(), "first-step", this))
    , m_last(makeStep(m_seen.document.lastStep(), "last-step", this))
    , m_seconds(new QDoubleSpinBox(this))
    , m_progress(new QProgressBar(this))
    , m_message(new QLabel(this))
    , m_buttons(createButtons())
{
    setObjectName(QStringLiteral("export-dialog"));
    setWindowTitle(tr("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    QFormLayout *const form = new QFormLayout(this);
    form->setContentsMargins(24, 20, 24, 20);
    form->setSpacing(10);
    addFields(*form);
    addSteps(*form);
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("message"));
    form->addRow(m_message);
    m_progress->setRange(0, 100);
    form->addRow(m_progress);
    form->addRow(m_buttons);
    connect(&m_job, &ExportJob::progressed, this,
            [this](double part) { m_progress->setValue(qRound(100 * part)); });
    connect(&m_job, &ExportJob::done, this, &ExportDialog::showDone);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportDialog::proposeSteps);
    setBusy(false);
    proposeSteps();
}

void ExportDialog::addFields(QFormLayout &form)
{
    for (const ExportKind &kind : exportKinds)
        m_kind->addItem(tr(kind.text));
    form.addRow(tr("&What"), m_kind);
    form.addRow(tr("&Extent"), m_extent);
    form.addRow(tr("T&heme"), m_theme);
    form.addRow(tr("&Resolution"), m_scale);
    form.addRow(QString(), m_legend);
    form.addRow(QString(), m_sentence);
    form.addRow(QString(), m_transparent);
}

void ExportDialog::addSteps(QFormLayout &form)
{
    m_steps = new QWidget(this);
    QHBoxLayout *const row = new QHBoxLayout(m_steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_first);
    row->addWidget(new QLabel(tr("to"), m_steps));
    row->addWidget(m_last);
    row->addStretch();
    m_first->setAccessibleName(tr("First step"));
    m_last->setAccessibleName(tr("Last step"));
    form.addRow(tr("Ste&ps"), m_steps);
    m_seconds->setObjectName(QStringLiteral("seconds"));
    m_seconds->setRange(0.25, 60);
    m_seconds->setSingleStep(0.25);
    m_seconds->setValue(ExportOptions().secondsPerStep);
    m_seconds->setSuffix(tr(" s"));
    form.addRow(tr("T&ime for a step"), m_seconds);
    connect(m_first, &QSpinBox::valueChanged, m_last, &QSpinBox::setMinimum);
}

QDialogButtonBox *ExportDialog::createButtons()
{
    QDialogButtonBox *const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    QPushButton *const save = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("save"));
    save->setDefault(true);
    QPushButton *const copyPicture = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyPicture->setObjectName(QStringLiteral("copy"));
    connect(save, &QPushButton::clicked, this, &ExportDialog::askForFile);
    connect(copyPicture, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] {
        m_job.cancel();
        reject();
    });
    return buttons;
}

ExportOptions ExportDialog::options() const
{
    const ExportKind &kind = exportKinds[std::size_t(m_kind->currentIndex())];
    const bool asShown = m_extent->currentIndex() == AsShown;
    const int theme = m_theme->currentIndex();
    ExportOptions options;
    options.format = kind.format;
    options.animated = kind.animated;
    options.dark = theme == AsWindow ? m_seen.dark : theme == DarkTheme;
    options.size = asShown ? m_seen.size : wholeSize;
    options.part = asShown ? m_seen.part : SceneRect();
    options.marks = m_seen.marks;
    options.scale = kind.format == ExportFormat::Png ? scales[std::size_t(m_scale->currentIndex())] : 1;
    options.legend = m_legend->isChecked();
    options.captioned = m_sentence->isChecked();
    const bool mayBeTransparent = kind.format == ExportFormat::Png || kind.format == ExportFormat::Svg;
    options.ground = m_transparent->isChecked() && mayBeTransparent ? Ground::Transparent : Ground::Paper;
    options.secondsPerStep = m_seconds->value();
    options.folding = m_seen.folding;
    options.arrange = m_seen.arrange;
    return options;
}

/// An animation is of the whole run, until somebody says otherwise; a document of the step that is shown.
void ExportDialog::proposeSteps()
{
    const bool animated = options().animated;
    const int shown = int(m_seen.moment.step);
    m_first->setValue(animated ? 0 : shown);
    m_last->setValue(animated ? m_last->maximum() : shown);
    showFields();
}

void ExportDialog::showFields()
{
    const ExportOptions now = options();
    const bool picture = needsPicture(now);
    QFormLayout &form = static_cast<QFormLayout &>(*layout());
    for (QWidget *const field : std::initializer_list<QWidget *>{m_extent, m_theme, m_legend, m_sentence})
        form.setRowVisible(field, picture);
    form.setRowVisible(m_transparent, picture && now.format != ExportFormat::Pdf);
    form.setRowVisible(m_scale, now.format == ExportFormat::Png);
    form.setRowVisible(m_steps, isOneFile(now));
    form.setRowVisible(m_seconds, now.animated);
    m_buttons->findChild<QPushButton *>(QStringLiteral("copy"))->setEnabled(picture && !isOneFile(now));
    adjustSize();
}

QString ExportDialog::proposedName() const
{
    const ExportOptions now = options();
    QString name = m_seen.document.source.baseName();
    if (!isOneFile(now))
        name += QStringLiteral("-step-%1").arg(m_seen.moment.step);
    return name + u'.' + suffixOf(now.format);
}

void ExportDialog::askForFile()
{
    const QString suffix = suffixOf(options().format);
    QFileDialog *const dialog =
        new QFileDialog(this, tr("Export"), {}, tr("%1 file (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(proposedName());
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::writeTo);
    dialog->open();
}

void ExportDialog::writeTo(const QString &path)
{
    setBusy(true);
    const StepSpan steps{std::size_t(m_first->value()), std::size_t(m_last->value()) + 1};
    m_job.start({m_seen.document, options(), m_seen.moment, steps, path});
}

void ExportDialog::copy()
{
    copyPicture(m_seen, options());
    accept();
}

void ExportDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_progress->setValue(0);
    m_message->setVisible(!busy && !m_message->text().isEmpty());
    for (QPushButton *const button : m_buttons->findChildren<QPushButton *>())
        if (m_buttons->buttonRole(button) != QDialogButtonBox::RejectRole)
            button->setEnabled(!busy);
}

void ExportDialog::showDone(const QString &error)
{
    if (error.isEmpty())
        return accept();
    m_message->setText(error);
    setBusy(false);
    showFields();
}

} // namespace tetherscope
