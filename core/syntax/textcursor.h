#pragma once

#include "syntax/unicode.h"

#include <cstdint>
#include <string_view>

namespace tetherscope {

/// A byte offset, and the line and column (1-based, in code points) in which it lies.
struct TextPosition
{
    std::uint32_t offset = 0;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// Walks forward through a text and knows where it is. The text must outlive it and be shorter than 4 GB.
class TextCursor
{
public:
    explicit TextCursor(std::string_view text, TextPosition start = {})
        : m_text(text)
        , m_at(start)
    {
    }

    TextPosition position() const { return m_at; }
    bool atEnd() const { return m_at.offset >= m_text.size(); }
    std::string_view rest() const { return m_text.substr(m_at.offset); }

    /// The byte `ahead` bytes further on; NUL beyond the end.
    char peek(std::uint32_t ahead = 0) const
    {
        return m_at.offset + ahead < m_text.size() ? m_text[m_at.offset + ahead] : '\0';
    }

    /// Passes that many bytes, as far as there are any.
    void advance(std::uint32_t bytes = 1)
    {
        for (; bytes > 0 && !atEnd(); --bytes) {
            pass(m_text[m_at.offset]);
        }
    }

private:
    void pass(char byte)
    {
        ++m_at.offset;
        if (byte == '\n') {
            ++m_at.line;
            m_at.column = 1;
        } else if (!isContinuationByte(byte)) {
            ++m_at.column;
        }
    }

    std::string_view m_text;
    TextPosition m_at;
};

} // namespace tetherscope
