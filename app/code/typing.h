#pragma once

#include "syntax/diagnostic.h"

#include <QTextCursor>

class QKeyEvent;
class QTextBlock;

namespace tetherscope {

/// Whether the key belongs to who writes, even if it is a shortcut of the window's: letters, blanks, and what
/// moves the caret; neither Escape nor function keys.
bool isTypingKey(const QKeyEvent &event);

/// Does what a key means in Python code and not in any text: Tab and Shift+Tab move lines by four blanks,
/// Enter begins a line as far in as the one above (further after a colon), Backspace takes four blanks in
/// front of a line. False if it is an ordinary key.
bool typeInCode(QTextCursor &cursor, const QKeyEvent &event);

/// The part of a line that a place means: to the word's end where no end is known.
QTextCursor placeInBlock(const QTextBlock &block, const Place &place);

} // namespace tetherscope
