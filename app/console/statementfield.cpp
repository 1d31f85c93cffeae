#include "console/statementfield.h"

#include "base/appearance.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

#include <algorithm>

namespace tetherscope {

namespace {

constexpr int mostLines = 6;
constexpr int lineHeight = 22;
constexpr int mostShownWords = 8;

QString indentOfLine(const QString &line)
{
    const auto end = std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' '; });
    return line.left(end - line.begin());
}

/// Keys that the window would take for time or the picture, were the field not to claim them.
bool isPlain(const QKeyEvent &event)
{
    const bool function = event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35;
    const Qt::KeyboardModifiers others = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return !function && event.key() != Qt::Key_Escape && others == Qt::NoModifier;
}

} // namespace

StatementField::StatementField(const Appearance &appearance, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_appearance(appearance)
    , m_words(new QStringListModel(this))
    , m_completer(new QCompleter(m_words, this))
{
    setObjectName(QStringLiteral("statement"));
    setAccessibleName(tr("Statement"));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseSensitive);
    m_completer->setMaxVisibleItems(mostShownWords);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &StatementField::insertCompletion);
    connect(this, &QPlainTextEdit::textChanged, this, &StatementField::fitHeight);
    connect(&appearance, &Appearance::changed, this, &StatementField::applyTheme);
    applyTheme();
}

void StatementField::applyTheme()
{
    document()->setDefaultFont(m_appearance.fonts().code);
    m_completer->popup()->setFont(m_appearance.fonts().code);
    fitHeight();
}

QSize StatementField::sizeHint() const
{
    const QFontMetrics metrics(document()->defaultFont());
    return {120, lineHeight + (std::min(blockCount(), mostLines) - 1) * metrics.lineSpacing()};
}

void StatementField::fitHeight()
{
    setFixedHeight(sizeHint().height());
    const QFontMetrics metrics(document()->defaultFont());
    setViewportMargins(0, (lineHeight - metrics.height()) / 2, 0, 0);
}

int StatementField::columnX(int line, int column) const
{
    QTextCursor cursor(document()->findBlockByNumber(line - 1));
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, column - 1);
    return viewport()->mapToParent(cursorRect(cursor).topLeft()).x();
}

void StatementField::acceptStatement()
{
    m_history.add(toPlainText());
    clear();
}

// Keys.

bool StatementField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isPlain(static_cast<QKeyEvent &>(*event))) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void StatementField::keyPressEvent(QKeyEvent *event)
{
    const bool wasShown = m_completer->popup()->isVisible();
    if (takesKey(*event))
        return;
    if (event->key() == Qt::Key_Escape) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    // While words are offered, what is typed narrows them.
    if (wasShown && isPlain(*event))
        showCompletions();
}

bool StatementField::takesKey(const QKeyEvent &event)
{
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool offered = m_completer->popup()->isVisible();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (offered)
            insertCompletion(m_completer->popup()->currentIndex().data().toString());
        else if (shift)
            breakLine();
        else
            submit();
        return true;
    case Qt::Key_Tab:
        if (offered)
            insertCompletion(m_completer->popup()->currentIndex().data().toString());
        else
            complete();
        return true;
    case Qt::Key_Escape:
        m_completer->popup()->hide();
        return offered;
    case Qt::Key_Up:
        return !offered && !shift && recall(-1);
    case Qt::Key_Down:
        return !offered && !shift && recall(1);
    default:
        return false;
    }
}

/// A line that ends in a colon wants a block, which an empty line ends.
void StatementField::submit()
{
    const QString text = toPlainText();
    if (text.trimmed().isEmpty())
        return;
    const QString last = textCursor().block().text().trimmed();
    const bool opens = textCursor().atEnd() && last.endsWith(u':');
    const bool goesOn = blockCount() > 1 && textCursor().atEnd() && !last.isEmpty();
    if (opens || goesOn)
        breakLine();
    else
        Q_EMIT submitted(text);
}

void StatementField::breakLine()
{
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    const QString deeper = line.trimmed().endsWith(u':') ? QStringLiteral("    ") : QString();
    textCursor().insertText(u'\n' + indentOfLine(line) + deeper);
    ensureCursorVisible();
}

bool StatementField::recall(int direction)
{
    const QTextBlock block = textCursor().block();
    if (direction < 0 ? block.previous().isValid() : block.next().isValid())
        return false;
    if (direction < 0 ? m_history.hasOlder() : m_history.hasNewer()) {
        setPlainText(direction < 0 ? m_history.older(toPlainText()) : m_history.newer());
        moveCursor(QTextCursor::End);
    }
    return true;
}

// Completion.

void StatementField::complete()
{
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    if (line.trimmed().isEmpty())
        return textCursor().insertText(QStringLiteral("    "));
    showCompletions();
    if (m_completer->popup()->isVisible() && m_completer->completionCount() == 1)
        insertCompletion(m_completer->currentCompletion());
}

void StatementField::showCompletions()
{
    const QString before = toPlainText().left(textCursor().position());
    const Completions found = m_completions ? m_completions(before) : Completions{};
    m_words->setStringList(found.words);
    m_completer->setCompletionPrefix(found.prefix);
    QAbstractItemView *const popup = m_completer->popup();
    if (m_completer->completionCount() == 0)
        return popup->hide();
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() + 12);
    m_completer->complete(place);
}

void StatementField::insertCompletion(const QString &word)
{
    m_completer->popup()->hide();
    textCursor().insertText(word.mid(m_completer->completionPrefix().size()));
}

void StatementField::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (!toPlainText().isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(m_appearance.fonts().body);
    painter.setPen(m_appearance.theme().placeholder);
    painter.drawText(viewport()->rect().adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     tr("A statement, to run at the end"));
}

} // namespace tetherscope
