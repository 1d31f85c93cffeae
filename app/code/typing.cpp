#include "code/typing.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <array>

namespace tetherscope {

namespace {

constexpr int indentWidth = 4;

int indentOf(const QString &line)
{
    const auto first = std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' '; });
    return static_cast<int>(first - line.begin());
}

bool isInFrontOfLine(const QTextCursor &cursor)
{
    return cursor.positionInBlock() <= indentOf(cursor.block().text());
}

void moveLine(const QTextBlock &block, bool in)
{
    QTextCursor line(block);
    if (in) {
        line.insertText(QString(indentWidth, u' '));
        return;
    }
    const int less = std::min(indentWidth, indentOf(block.text()));
    line.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, less);
    line.removeSelectedText();
}

/// All lines that the selection touches.
void moveLines(QTextCursor &cursor, bool in)
{
    const QTextDocument &text = *cursor.document();
    const QTextBlock last = text.findBlock(std::max(cursor.selectionStart(), cursor.selectionEnd() - 1));
    QTextBlock block = text.findBlock(cursor.selectionStart());
    cursor.beginEditBlock();
    for (; block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next())
        moveLine(block, in);
    cursor.endEditBlock();
}

void insertBlanksToNextStop(QTextCursor &cursor)
{
    cursor.insertText(QString(indentWidth - cursor.positionInBlock() % indentWidth, u' '));
}

void beginLine(QTextCursor &cursor)
{
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    int indent = indentOf(before);
    if (before.trimmed().endsWith(u':'))
        indent += indentWidth;
    cursor.insertText(u'\n' + QString(indent, u' '));
}

bool takeBlanks(QTextCursor &cursor)
{
    const int column = cursor.positionInBlock();
    if (cursor.hasSelection() || column == 0 || !isInFrontOfLine(cursor))
        return false;
    const int less = (column - 1) % indentWidth + 1;
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, less);
    cursor.removeSelectedText();
    return true;
}

} // namespace

bool isTypingKey(const QKeyEvent &event)
{
    if ((event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != Qt::NoModifier)
        return false;
    constexpr std::array keys{Qt::Key_Left,     Qt::Key_Right,    Qt::Key_Up,     Qt::Key_Down,
                              Qt::Key_Home,     Qt::Key_End,      Qt::Key_PageUp, Qt::Key_Tab,
                              Qt::Key_PageDown, Qt::Key_Backtab,  Qt::Key_Return, Qt::Key_Enter,
                              Qt::Key_Delete,   Qt::Key_Backspace};
    return event.key() < Qt::Key_Escape || std::find(keys.begin(), keys.end(), event.key()) != keys.end();
}

bool typeInCode(QTextCursor &cursor, const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Tab:
        if (cursor.hasSelection())
            moveLines(cursor, true);
        else
            insertBlanksToNextStop(cursor);
        return true;
    case Qt::Key_Backtab:
        moveLines(cursor, false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        beginLine(cursor);
        return true;
    case Qt::Key_Backspace:
        return event.modifiers() == Qt::NoModifier && takeBlanks(cursor);
    default:
        return false;
    }
}

QTextCursor placeInBlock(const QTextBlock &block, const Place &place)
{
    const int length = block.length() - 1;
    const int begin = std::clamp(static_cast<int>(place.column) - 1, 0, length);
    const int end = std::clamp(static_cast<int>(place.endColumn) - 1, 0, length);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + begin);
    if (end > begin)
        cursor.setPosition(block.position() + end, QTextCursor::KeepAnchor);
    else
        cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
    if (!cursor.hasSelection()) // at a line's end: the last character, so that something is seen
        cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace tetherscope
