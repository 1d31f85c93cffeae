#include "canvas/composecard.h"

namespace tetherscope {

namespace {

/// "1 hit · 2 misses · 0 evicted"
QString cacheFooter(const CacheState &state)
{
    const QString hits =
        state.hits == 1 ? QStringLiteral("1 hit") : QStringLiteral("%1 hits").arg(state.hits);
    const QString misses =
        state.misses == 1 ? QStringLiteral("1 miss") : QStringLiteral("%1 misses").arg(state.misses);
    return QStringLiteral("%1 · %2 · %3 evicted").arg(hits, misses).arg(state.evicted);
}

void addCache(CacheId cache, const Composition &all)
{
    const std::optional<SceneRect> rect = all.plan.rectOf(cache);
    const CardShape *shape = all.plan.shapeOf(cache);
    if (!rect || !shape)
        return;
    CardItem card;
    card.cache = cache;
    card.rect = *rect;
    card.headerHeight = shape->headerHeight;
    card.subtitleHeight = shape->plainLineHeight;
    card.footerHeight = shape->footerHeight;
    card.label = all.text(all.lexicon().cache(cache).name);
    card.subtitle = QStringLiteral("weak cache: holds nothing");
    card.footer = cacheFooter(all.now().cache(cache));
    card.table = true;
    addEntryRows(card, *shape, all);
    if (nothingIn(card, all.picture))
        card.empty = QStringLiteral("empty");
    elideHeader(card, all.measure);
    all.picture.cards.push_back(std::move(card));
}

} // namespace

void composeCaches(const Composition &all)
{
    for (std::size_t i = 0; i < all.lexicon().cacheCount(); ++i) {
        const CacheId cache{static_cast<std::uint32_t>(i + 1)};
        if (all.now().cache(cache).exists())
            addCache(cache, all);
    }
}

} // namespace tetherscope
