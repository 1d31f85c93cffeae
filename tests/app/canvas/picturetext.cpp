#include "picturetext.h"

#include <QStringList>

namespace tetherscope {

namespace {

QString toneText(Tone tone)
{
    switch (tone) {
    case Tone::Rest:
        return {};
    case Tone::New:
        return QStringLiteral("new");
    case Tone::Going:
        return QStringLiteral("going");
    case Tone::Touched:
        return QStringLiteral("touched");
    case Tone::Leaked:
        return QStringLiteral("leaked");
    }
    return {};
}

QString markText(CornerMark mark)
{
    switch (mark) {
    case CornerMark::None:
        return {};
    case CornerMark::Plus:
        return QStringLiteral("+");
    case CornerMark::Minus:
        return QStringLiteral("-");
    case CornerMark::Alert:
        return QStringLiteral("!");
    }
    return {};
}

QString words(QStringList words, const QString &joint = QStringLiteral(" "))
{
    words.removeAll(QString());
    return words.join(joint);
}

QString bracketed(const QString &text)
{
    return text.isEmpty() ? QString() : u'[' + text + u']';
}

QString when(bool condition, const char *word)
{
    return condition ? QString::fromLatin1(word) : QString();
}

QString headingText(const HeadingItem &heading)
{
    const QString head = words(
        {heading.text, heading.detail, when(heading.running, "running"), when(heading.fading, "fading")},
        QStringLiteral(", "));
    return QStringLiteral("heading ") + head +
           (heading.values.isEmpty() ? QString() : QStringLiteral(": ") + heading.values);
}

QString pillText(const PillItem &pill)
{
    return words({QStringLiteral("pill"), pill.label,
                  bracketed(words({toneText(pill.tone), markText(pill.mark)})), when(pill.holds, "holds")});
}

QString rowText(const RowItem &row)
{
    if (row.blank)
        return QStringLiteral("  blank");
    const QString text =
        words({row.text + (row.value.isEmpty() ? QString() : QStringLiteral(" = ") + row.value), row.state},
              QStringLiteral(", "));
    return words({QStringLiteral("  row"), text, bracketed(toneText(row.tone)), when(row.struck, "struck"),
                  when(row.holds, "holds")});
}

QString cardText(const CardItem &card)
{
    const QString badge =
        card.badge.isEmpty() ? QString() : u'(' + words({card.badge, toneText(card.badgeTone)}) + u')';
    return words({QStringLiteral("card"), card.title, badge, card.state,
                  bracketed(words({toneText(card.tone), markText(card.mark)})), when(card.ghost, "ghost"),
                  card.subtitle, card.empty, card.footer.isEmpty() ? QString() : u'|' + card.footer + u'|',
                  card.chip.isEmpty() ? QString() : u'<' + card.chip + u'>'});
}

QString ringText(const Picture &picture, const RingItem &ring)
{
    QString target;
    for (const CardItem &card : picture.cards)
        if (ring.to && card.object == ring.to)
            target = card.label;
    return words({QStringLiteral("ring"), ring.reference ? ring.label : QStringLiteral("of a row"),
                  ring.dead          ? QStringLiteral("dead")
                  : target.isEmpty() ? QString()
                                     : QStringLiteral("-> ") + target,
                  bracketed(toneText(ring.tone)), when(ring.ghost, "ghost"), when(ring.callback, "callback"),
                  ring.caption.isEmpty() ? QString() : u'"' + ring.caption + u'"'});
}

QString labelOf(const Picture &picture, ObjectId object)
{
    for (const CardItem &card : picture.cards)
        if (card.object == object)
            return card.label;
    for (const RingItem &ring : picture.rings)
        if (ring.reference == object)
            return ring.label;
    return QStringLiteral("nothing");
}

QString edgeText(const Picture &picture, const EdgeItem &edge)
{
    return words({edge.weak ? QStringLiteral("weak") : QStringLiteral("edge"), edge.holder,
                  QStringLiteral("->"), edge.to ? labelOf(picture, edge.to) : QStringLiteral("nothing"),
                  bracketed(toneText(edge.tone))});
}

} // namespace

QString pictureText(const Picture &picture)
{
    QStringList lines;
    for (const HeadingItem &heading : picture.headings)
        lines << headingText(heading);
    for (const PillItem &pill : picture.pills)
        lines << pillText(pill);
    for (const CardItem &card : picture.cards) {
        lines << cardText(card);
        for (std::uint32_t i = 0; i < card.rowCount; ++i)
            lines << rowText(picture.rows[card.firstRow + i]);
    }
    for (const RingItem &ring : picture.rings)
        lines << ringText(picture, ring);
    for (const EdgeItem &edge : picture.edges)
        lines << edgeText(picture, edge);
    for (const StubItem &stub : picture.stubs)
        lines << QStringLiteral("stub %1: %2").arg(labelOf(picture, stub.to), stub.caption);
    return lines.join(u'\n') + u'\n';
}

} // namespace tetherscope
