#include "syntax/token.h"

#include <algorithm>
#include <array>

namespace tetherscope {

namespace {

struct Spelling
{
    std::string_view text;
    TokenKind kind;
};

constexpr std::array keywords{
    Spelling{"False", TokenKind::False},
    Spelling{"None", TokenKind::None},
    Spelling{"True", TokenKind::True},
    Spelling{"and", TokenKind::And},
    Spelling{"as", TokenKind::As},
    Spelling{"assert", TokenKind::Assert},
    Spelling{"async", TokenKind::Async},
    Spelling{"await", TokenKind::Await},
    Spelling{"break", TokenKind::Break},
    Spelling{"class", TokenKind::Class},
    Spelling{"continue", TokenKind::Continue},
    Spelling{"def", TokenKind::Def},
    Spelling{"del", TokenKind::Del},
    Spelling{"elif", TokenKind::Elif},
    Spelling{"else", TokenKind::Else},
    Spelling{"except", TokenKind::Except},
    Spelling{"finally", TokenKind::Finally},
    Spelling{"for", TokenKind::For},
    Spelling{"from", TokenKind::From},
    Spelling{"global", TokenKind::Global},
    Spelling{"if", TokenKind::If},
    Spelling{"import", TokenKind::Import},
    Spelling{"in", TokenKind::In},
    Spelling{"is", TokenKind::Is},
    Spelling{"lambda", TokenKind::Lambda},
    Spelling{"nonlocal", TokenKind::Nonlocal},
    Spelling{"not", TokenKind::Not},
    Spelling{"or", TokenKind::Or},
    Spelling{"pass", TokenKind::Pass},
    Spelling{"raise", TokenKind::Raise},
    Spelling{"return", TokenKind::Return},
    Spelling{"try", TokenKind::Try},
    Spelling{"while", TokenKind::While},
    Spelling{"with", TokenKind::With},
    Spelling{"yield", TokenKind::Yield},
};

/// Longer ones first, so that the first that fits is the longest.
constexpr std::array operators{
    Spelling{"**=", TokenKind::StarStarAssign},
    Spelling{"//=", TokenKind::SlashSlashAssign},
    Spelling{"<<=", TokenKind::ShiftLeftAssign},
    Spelling{">>=", TokenKind::ShiftRightAssign},
    Spelling{"...", TokenKind::Ellipsis},
    Spelling{"->", TokenKind::Arrow},
    Spelling{":=", TokenKind::Walrus},
    Spelling{"**", TokenKind::StarStar},
    Spelling{"//", TokenKind::SlashSlash},
    Spelling{"<<", TokenKind::ShiftLeft},
    Spelling{">>", TokenKind::ShiftRight},
    Spelling{"<=", TokenKind::LessEqual},
    Spelling{">=", TokenKind::GreaterEqual},
    Spelling{"==", TokenKind::Equal},
    Spelling{"!=", TokenKind::NotEqual},
    Spelling{"+=", TokenKind::PlusAssign},
    Spelling{"-=", TokenKind::MinusAssign},
    Spelling{"*=", TokenKind::StarAssign},
    Spelling{"/=", TokenKind::SlashAssign},
    Spelling{"%=", TokenKind::PercentAssign},
    Spelling{"@=", TokenKind::AtAssign},
    Spelling{"&=", TokenKind::AmpersandAssign},
    Spelling{"|=", TokenKind::BarAssign},
    Spelling{"^=", TokenKind::CaretAssign},
    Spelling{"(", TokenKind::LeftParenthesis},
    Spelling{")", TokenKind::RightParenthesis},
    Spelling{"[", TokenKind::LeftBracket},
    Spelling{"]", TokenKind::RightBracket},
    Spelling{"{", TokenKind::LeftBrace},
    Spelling{"}", TokenKind::RightBrace},
    Spelling{",", TokenKind::Comma},
    Spelling{":", TokenKind::Colon},
    Spelling{";", TokenKind::Semicolon},
    Spelling{".", TokenKind::Dot},
    Spelling{"+", TokenKind::Plus},
    Spelling{"-", TokenKind::Minus},
    Spelling{"*", TokenKind::Star},
    Spelling{"/", TokenKind::Slash},
    Spelling{"%", TokenKind::Percent},
    Spelling{"@", TokenKind::At},
    Spelling{"&", TokenKind::Ampersand},
    Spelling{"|", TokenKind::Bar},
    Spelling{"^", TokenKind::Caret},
    Spelling{"~", TokenKind::Tilde},
    Spelling{"<", TokenKind::Less},
    Spelling{">", TokenKind::Greater},
    Spelling{"=", TokenKind::Assign},
};

} // namespace

TokenKind keywordOf(std::string_view word)
{
    const auto found = std::lower_bound(
        keywords.begin(), keywords.end(), word,
        [](const Spelling &spelling, std::string_view text) { return spelling.text < text; });
    return found != keywords.end() && found->text == word ? found->kind : TokenKind::Name;
}

OperatorMatch operatorAt(std::string_view text)
{
    for (const Spelling &spelling : operators) {
        if (spelling.text.front() == text.front() && text.starts_with(spelling.text)) {
            return {spelling.kind, static_cast<std::uint32_t>(spelling.text.size())};
        }
    }
    return {};
}

} // namespace tetherscope
