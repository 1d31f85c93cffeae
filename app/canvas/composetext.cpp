#include "canvas/composition.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace tetherscope {

namespace {

bool isSequence(ObjectKind kind)
{
    return kind == ObjectKind::List || kind == ObjectKind::Tuple;
}

/// A dict's "[(2022, 12, 3)]" without the brackets; other slots as they are.
QString keyText(SlotId slot, const Lexicon &lexicon)
{
    const QString text = fromUtf8(lexicon.slotText(slot));
    const bool bracketed = text.startsWith(u'[') && text.endsWith(u']');
    const bool sequence = isSequence(lexicon.object(lexicon.slot(slot).owner).kind);
    return bracketed && !sequence ? text.mid(1, text.size() - 2) : text;
}

QString plainValue(SlotId slot, ObjectKind kind, const QString &value, const Lexicon &lexicon)
{
    const QString key = keyText(slot, lexicon);
    const bool rest = key == QStringLiteral("…");
    if (!rest && (isSequence(kind) || kind == ObjectKind::Set))
        return value;
    return key + (kind == ObjectKind::Dict && !rest ? QStringLiteral(": ") : QStringLiteral(" ")) + value;
}

} // namespace

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString plainValues(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const ObjectKind kind = lexicon.object(object).kind;
    QString line;
    for (const SlotId slot : graph.filledSlots(object)) {
        const TextId value = graph.slot(slot).value;
        if (!value)
            continue;
        if (!line.isEmpty())
            line += kind == ObjectKind::Instance ? QStringLiteral(" · ") : QStringLiteral(", ");
        line += plainValue(slot, kind, fromUtf8(lexicon.text(value)), lexicon);
    }
    return line;
}

QString rowText(SlotId slot, ObjectId held, const Lexicon &lexicon)
{
    const QString key = keyText(slot, lexicon);
    if (key == QStringLiteral("*"))
        return QStringLiteral("referent");
    return key == QStringLiteral("{}") && held ? QString::fromStdString(lexicon.label(held)) : key;
}

double widthOf(const QString &text, FontRole role, const TextMeasure &measure)
{
    const QByteArray utf8 = text.toUtf8();
    return measure.width({utf8.constData(), static_cast<std::size_t>(utf8.size())}, role);
}

QString elided(const QString &whole, double width, FontRole role, const TextMeasure &measure)
{
    constexpr qsizetype mostLooked = 2000; // no place has room for more, and of the middle nothing is kept
    QString text =
        whole.size() > mostLooked ? whole.left(mostLooked / 2) + whole.right(mostLooked / 2) : whole;
    constexpr double rounding = 0.5;
    if (text.size() == whole.size() && widthOf(text, role, measure) <= width + rounding)
        return text;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    const auto cut = [&](qsizetype kept) {
        // What is one letter to the eye is not cut in two: an accent, a flag, a family of emoji.
        letters.setPosition(std::max<qsizetype>((kept + 1) / 2, 0));
        const qsizetype head = letters.isAtBoundary() ? letters.position() : letters.toPreviousBoundary();
        letters.setPosition(text.size() - kept / 2);
        const qsizetype tail = letters.isAtBoundary() ? letters.position() : letters.toNextBoundary();
        return text.left(head) + QChar(0x2026) + text.mid(tail);
    };
    qsizetype fits = 0;
    qsizetype tooMany = text.size();
    while (tooMany - fits > 1) {
        const qsizetype kept = (fits + tooMany) / 2;
        (widthOf(cut(kept), role, measure) <= width + rounding ? fits : tooMany) = kept;
    }
    return cut(fits);
}

} // namespace tetherscope
