#include "canvas/describe.h"

#include "canvas/find.h"
#include "canvas/geometry.h"

#include <QStringList>

#include <algorithm>

namespace tetherscope {

namespace {

enum class Strength { Strong, Weak };

/// Who holds or watches the object now, in words.
QStringList holdersOf(const Picture &picture, ObjectId object, Strength strength)
{
    QStringList holders;
    for (const EdgeItem &edge : picture.edges)
        if (edge.to == object && edge.tone != Tone::Going && edge.weak == (strength == Strength::Weak))
            holders << edge.holder;
    if (strength == Strength::Strong)
        for (const StubItem &stub : picture.stubs)
            if (stub.to == object)
                holders << stub.caption;
    return holders;
}

/// "a", "a and b", "a, b and c", "a, b and 4 more"
QString enumeration(const QStringList &words)
{
    constexpr qsizetype most = 3;
    if (words.size() <= 1)
        return words.join(QString());
    const bool all = words.size() <= most;
    const qsizetype shown = all ? words.size() - 1 : most - 1;
    const QString last = all ? words.constLast() : QStringLiteral("%1 more").arg(words.size() - shown);
    return QStringList(words.first(shown)).join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
}

QString labelOf(const Picture &picture, ObjectId object)
{
    for (const CardItem &card : picture.cards)
        if (card.object == object)
            return card.label;
    for (const RingItem &ring : picture.rings)
        if (ring.reference == object)
            return ring.label;
    return {};
}

QString toneWord(Tone tone)
{
    switch (tone) {
    case Tone::New:
        return QStringLiteral("new in this step");
    case Tone::Going:
        return QStringLiteral("gone in this step");
    case Tone::Leaked:
        return QStringLiteral("unreachable");
    case Tone::Rest:
    case Tone::Touched:
        break;
    }
    return {};
}

void addCount(QStringList &facts, const CardItem &card)
{
    const qsizetype arrow = card.badge.indexOf(QStringLiteral(" → "));
    facts << (arrow < 0 ? QStringLiteral("strong count %1").arg(card.badge)
                        : QStringLiteral("strong count %1, was %2")
                              .arg(card.badge.mid(arrow + 3), card.badge.left(arrow)));
}

/// A text of a million letters is for nobody's eyes or ears.
QString shortened(const QString &text)
{
    constexpr qsizetype longest = 600;
    return text.size() <= longest ? text : text.left(longest / 2) + QChar(0x2026) + text.right(longest / 2);
}

QStringList objectFacts(const Picture &picture, const CardItem &card)
{
    QStringList facts{card.label};
    if (card.ghost)
        return facts << QStringLiteral("died in this step");
    const QStringList holders = holdersOf(picture, card.object, Strength::Strong);
    facts << (holders.isEmpty() ? QStringLiteral("held by nobody")
                                : QStringLiteral("held by %1").arg(enumeration(holders)));
    addCount(facts, card);
    const QStringList watchers = holdersOf(picture, card.object, Strength::Weak);
    if (!watchers.isEmpty())
        facts << QStringLiteral("watched by %1").arg(enumeration(watchers));
    if (card.dying)
        facts << QStringLiteral("dying");
    else if (card.tone == Tone::New || card.tone == Tone::Leaked)
        facts << toneWord(card.tone);
    return facts << card.chip << shortened(card.values);
}

QStringList cacheFacts(const Picture &picture, const CardItem &card)
{
    QStringList facts{card.label, card.subtitle};
    for (std::uint32_t i = 0; i < card.rowCount; ++i) {
        const RowItem &row = picture.rows[card.firstRow + i];
        if (!row.blank)
            facts << row.text + (row.state.isEmpty() ? QString() : u' ' + row.state);
    }
    return facts << card.footer;
}

QStringList ringFacts(const Picture &picture, const RingItem &ring)
{
    QStringList facts{ring.label};
    if (ring.to)
        facts << QStringLiteral("weak reference to %1").arg(labelOf(picture, ring.to));
    else
        facts << QStringLiteral("dead weak reference") << ring.past;
    if (ring.callback)
        facts << QStringLiteral("has a callback");
    return facts << toneWord(ring.tone);
}

QStringList nameFacts(const Picture &picture, const PillItem &pill)
{
    QStringList facts{pill.label};
    for (const EdgeItem &edge : picture.edges)
        if (edge.from == HolderRef::name(pill.name))
            facts << QStringLiteral("%1 %2").arg(edge.tone == Tone::Going ? QStringLiteral("let go of")
                                                                          : QStringLiteral("holds"),
                                                 labelOf(picture, edge.to));
    return facts << (pill.tone == Tone::New ? toneWord(pill.tone) : QString());
}

QStringList factsOf(const Picture &picture, Target target)
{
    for (const PillItem &pill : picture.pills)
        if (Target::of(pill.name) == target)
            return nameFacts(picture, pill);
    for (const CardItem &card : picture.cards)
        if (card.target() == target)
            return card.object ? objectFacts(picture, card) : cacheFacts(picture, card);
    for (const RingItem &ring : picture.rings)
        if (ring.reference && Target::of(ring.reference) == target)
            return ringFacts(picture, ring);
    return {};
}

QString joinedFacts(const Picture &picture, Target target, const QString &separator)
{
    QStringList facts = factsOf(picture, target);
    facts.removeAll(QString());
    return facts.join(separator);
}

} // namespace

QString labelOf(const Picture &picture, Target target)
{
    const QStringList facts = factsOf(picture, target);
    return facts.isEmpty() ? QString() : facts.constFirst();
}

QString factsAbout(const Picture &picture, Target target)
{
    QStringList facts = factsOf(picture, target);
    if (!facts.isEmpty())
        facts.removeFirst();
    facts.removeAll(QString());
    return facts.join(QStringLiteral(", "));
}

QString describe(const RowItem &row)
{
    QStringList facts{shortened(row.label), row.state, toneWord(row.tone)};
    facts.removeAll(QString());
    return facts.join(QStringLiteral(", "));
}

QString describe(const Picture &picture, const EdgeItem &edge)
{
    if (!edge.to)
        return QStringLiteral("%1 is a dead weak reference").arg(edge.holder);
    const QString text = edge.tone == Tone::Going ? QStringLiteral("%1 lets go of %2")
                         : edge.weak              ? QStringLiteral("%1 is a weak reference to %2")
                                                  : QStringLiteral("%1 holds %2");
    const QString isNew = edge.tone == Tone::New ? QStringLiteral(", ") + toneWord(edge.tone) : QString();
    return text.arg(edge.holder, labelOf(picture, edge.to)) + isNew;
}

QString describe(const Picture &picture, Target target)
{
    return target ? joinedFacts(picture, target, QStringLiteral(", ")) : QString();
}

QString tipOf(const Picture &picture, Target target, ScenePoint point)
{
    if (!target)
        return {};
    QString tip = joinedFacts(picture, target, QStringLiteral("\n"));
    for (const RowItem &row : picture.rows)
        if (!row.blank && contains(row.rect, point) && rectOf(picture, target) != row.rect)
            return describe(row) + u'\n' + tip;
    return tip;
}

} // namespace tetherscope
