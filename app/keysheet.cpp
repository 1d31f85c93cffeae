#include "keysheet.h"

#include "base/actions.h"
#include "base/appearance.h"
#include "panes/textlabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QShortcut>

#include <array>

namespace tetherscope {

namespace {

/// What the canvas does with keys that are no commands: it has them from its own key press.
struct CanvasKey
{
    const char *keys;
    const char *text;
};
constexpr std::array canvasKeys{
    CanvasKey{"Tab", QT_TRANSLATE_NOOP("KeySheet", "The keyboard's ring to the next thing")},
    CanvasKey{"↑ ↓ ← →", QT_TRANSLATE_NOOP("KeySheet", "With the ring: to the nearest thing")},
    CanvasKey{"Alt + arrow", QT_TRANSLATE_NOOP("KeySheet", "With the ring: along an edge")},
    CanvasKey{"Enter", QT_TRANSLATE_NOOP("KeySheet", "Select and inspect")},
    CanvasKey{"Esc", QT_TRANSLATE_NOOP("KeySheet", "Give the ring back; from a pane, to the picture")},
    CanvasKey{"Drag", QT_TRANSLATE_NOOP("KeySheet", "Carry a card; beside it, move the picture")},
    CanvasKey{"Menu, Shift F10", QT_TRANSLATE_NOOP("KeySheet", "What can be done with the thing")},
    CanvasKey{"Ctrl + wheel", QT_TRANSLATE_NOOP("KeySheet", "Zoom to the cursor")},
    CanvasKey{"Space + drag", QT_TRANSLATE_NOOP("KeySheet", "Move the picture")},
};

QString sheetText(const char *text)
{
    return QCoreApplication::translate("KeySheet", text);
}

/// Fills one section of a column, from its heading down.
class Section
{
public:
    Section(QGridLayout &grid, const Appearance &appearance, const QString &title)
        : m_grid(grid)
        , m_appearance(appearance)
    {
        TextLabel *const heading = label(&Fonts::bodyStrong, TextLabel::Ink::Text, title);
        heading->setContentsMargins(0, grid.rowCount() > 1 ? 12 : 0, 0, 2);
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2);
    }

    void add(const QString &keys, const QString &what)
    {
        const int row = m_grid.rowCount();
        m_grid.addWidget(label(&Fonts::code, TextLabel::Ink::Text, keys), row, 0);
        m_grid.addWidget(label(&Fonts::body, TextLabel::Ink::Secondary, what), row, 1);
    }

private:
    TextLabel *label(TextLabel::Voice voice, TextLabel::Ink ink, const QString &text) const
    {
        TextLabel *const made = new TextLabel(m_appearance, voice, ink);
        made->setText(text);
        return made;
    }

    QGridLayout &m_grid;
    const Appearance &m_appearance;
};

void addGroup(QGridLayout &grid, const Appearance &appearance, ActionGroup group)
{
    Section section(grid, appearance, groupTitle(group));
    for (const ActionSpec &spec : actionSpecs()) {
        QStringList keys;
        for (const QKeySequence &key : shortcutsOf(spec))
            keys.append(keyText(key));
        if (spec.group == group && !keys.isEmpty())
            section.add(keys.join(QStringLiteral("   ")),
                        QCoreApplication::translate("Actions", spec.text).remove(u'&').remove(u'…'));
    }
}

} // namespace

QString keyText(const QKeySequence &key)
{
    QString text = key.toString(QKeySequence::PortableText);
    if (text.endsWith(QStringLiteral("++")))
        return text.chopped(2) + QStringLiteral(" +");
    text.replace(u'+', u' ');
    text.replace(QStringLiteral("Right"), QStringLiteral("→"))
        .replace(QStringLiteral("Left"), QStringLiteral("←"));
    text.replace(QStringLiteral("PgDown"), sheetText("Page Down"));
    return text.replace(QStringLiteral("PgUp"), sheetText("Page Up"));
}

KeySheet::KeySheet(const Appearance &appearance, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("key-sheet-dialog"));
    setWindowTitle(tr("All keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    QHBoxLayout *const columns = new QHBoxLayout(this);
    columns->setContentsMargins(24, 20, 24, 20);
    columns->setSpacing(48);
    // About equally long.
    const std::array<QList<ActionGroup>, 2> groups{
        {{ActionGroup::Time, ActionGroup::Selection},
         {ActionGroup::View, ActionGroup::Panes, ActionGroup::File, ActionGroup::Help}}};
    for (const QList<ActionGroup> &column : groups) {
        QGridLayout *const grid = new QGridLayout;
        grid->setHorizontalSpacing(24);
        grid->setVerticalSpacing(6); // else it takes over the distance between the columns
        for (const ActionGroup group : column)
            addGroup(*grid, appearance, group);
        if (column[0] == ActionGroup::Time) {
            Section canvas(*grid, appearance, tr("On the picture"));
            for (const CanvasKey &key : canvasKeys)
                canvas.add(QString::fromUtf8(key.keys), sheetText(key.text));
        }
        grid->setRowStretch(grid->rowCount(), 1);
        columns->addLayout(grid);
    }
    connect(new QShortcut(QKeySequence(Qt::Key_F1), this), &QShortcut::activated, this, &QDialog::close);
}

} // namespace tetherscope
