#include "canvas/composition.h"

#include <iterator>
#include <map>

namespace tetherscope {

namespace {

StubItem stubOf(ObjectId to, const QString &caption, std::uint32_t units)
{
    StubItem stub;
    stub.to = to;
    stub.units = units;
    stub.caption = units > 1 ? caption + QStringLiteral(" ×%1").arg(units) : caption;
    return stub;
}

/// Names of calls that are folded away hold objects all the same: a stub stands for them.
void addFoldedHolders(std::vector<StubItem> &stubs, const Composition &all)
{
    std::map<ObjectId, std::uint32_t> units;
    for (const NameId name : all.now().boundNames()) {
        const ObjectId object = all.now().binding(name).object;
        if (object && !all.plan.blockOf(all.lexicon().name(name).scope))
            ++units[object];
    }
    for (const auto &[object, count] : units)
        stubs.push_back(stubOf(object, QStringLiteral("deeper calls"), count));
}

void addFoldedUnits(std::vector<StubItem> &stubs, const FoldedUnits &units)
{
    for (const auto &[object, count] : units)
        stubs.push_back(stubOf(object, QStringLiteral("folded away"), count));
}

/// What a caption must not stand on.
class Obstacles
{
public:
    explicit Obstacles(const Picture &picture)
    {
        for (const EdgeItem &edge : picture.edges)
            addLine(edge.points);
        for (const PillItem &pill : picture.pills)
            addBox(pill.rect);
        for (const CardItem &card : picture.cards) {
            addBox(card.rect);
            if (!card.chip.isEmpty())
                addBox(card.chipRect);
        }
        for (const RingItem &ring : picture.rings)
            addBox(ring.rect);
    }

    /// Requires: `points` outlive this.
    void addLine(const std::vector<ScenePoint> &points) { m_lines.push_back({&points, boundsOf(points)}); }
    void addBox(const SceneRect &box) { m_boxes.push_back(box); }

    /// Those that may be in the way of something there.
    Obstacles within(const SceneRect &area) const
    {
        Obstacles near;
        std::copy_if(m_lines.begin(), m_lines.end(), std::back_inserter(near.m_lines),
                     [&](const Line &line) { return line.bounds.overlaps(area); });
        std::copy_if(m_boxes.begin(), m_boxes.end(), std::back_inserter(near.m_boxes),
                     [&](const SceneRect &box) { return box.overlaps(area); });
        return near;
    }

    bool leave(const SceneRect &place) const
    {
        return std::none_of(m_boxes.begin(), m_boxes.end(),
                            [&](const SceneRect &box) { return box.overlaps(place); }) &&
               std::none_of(m_lines.begin(), m_lines.end(), [&](const Line &line) {
                   return line.bounds.overlaps(place) && crosses(*line.points, place);
               });
    }

private:
    Obstacles() = default;

    struct Line
    {
        const std::vector<ScenePoint> *points;
        SceneRect bounds;
    };

    std::vector<Line> m_lines;
    std::vector<SceneRect> m_boxes;
};

/// Where a caption may stand, the best place first: below the card, where lines seldom are; but at the stub's
/// line if the card ends far from it. Then beside the card, farther and farther down, or up; then above it.
std::vector<SceneRect> captionPlaces(ScenePoint tip, const SceneRect &card, double width)
{
    constexpr double height = 14;
    constexpr double gap = 5; // to the line, and to the card
    constexpr double farOff = 40;
    constexpr double stride = 6;
    constexpr int strides = 16;
    const auto beside = [&](int count) {
        return SceneRect{tip.x - gap - width, tip.y + gap + count * stride, width, height};
    };
    std::vector<SceneRect> places;
    if (card.bottom() - tip.y > farOff)
        places.push_back(beside(0));
    for (double left = card.x; left + width <= card.right(); left += stride)
        places.push_back({left, card.bottom() + gap, width, height});
    for (int count = 0; count <= strides; ++count)
        places.push_back(beside(count));
    for (int count = 1; count <= strides; ++count)
        places.push_back(beside(-count));
    for (double left = card.x; left + width <= card.right(); left += stride)
        places.push_back({left, card.y - gap - height, width, height});
    return places;
}

/// The best place that is free; the best of all if none is.
SceneRect freePlace(const std::vector<SceneRect> &places, const Obstacles &obstacles)
{
    constexpr double clearance = 3; // so that no line touches the text
    SceneRect area;
    for (const SceneRect &place : places)
        area = united(area, grown(place, clearance));
    const Obstacles near = obstacles.within(area);
    const auto free = std::find_if(places.begin(), places.end(), [&](const SceneRect &place) {
        return near.leave(grown(place, clearance));
    });
    return free == places.end() ? places.front() : *free;
}

void placeCaptions(const Composition &all)
{
    std::vector<StubItem> &stubs = all.picture.stubs;
    if (stubs.empty())
        return;
    constexpr double wordSpace = 6; // between two captions of one card
    Obstacles obstacles(all.picture);
    for (const StubItem &stub : stubs)
        obstacles.addLine(stub.points);
    for (StubItem &stub : stubs) {
        const double width = widthOf(stub.caption, FontRole::Small, all.measure);
        stub.captionRect =
            freePlace(captionPlaces(stub.points.back(), *all.plan.rectOf(stub.to), width), obstacles);
        obstacles.addBox(grown(stub.captionRect, wordSpace));
    }
}

} // namespace

void composeStubs(const Composition &all, const FoldedUnits &foldedUnits)
{
    std::vector<StubItem> stubs;
    stubs.reserve(all.marks.stubs.size());
    for (const Stub &stub : all.marks.stubs)
        stubs.push_back(stubOf(stub.object, fromUtf8(stubLabel(stub.kind)), stub.units));
    addFoldedHolders(stubs, all);
    addFoldedUnits(stubs, foldedUnits);
    std::erase_if(stubs, [&all](const StubItem &stub) { return all.folded.hides(stub.to); });
    std::stable_sort(stubs.begin(), stubs.end(),
                     [](const StubItem &left, const StubItem &right) { return left.to < right.to; });
    for (auto begin = stubs.begin(); begin != stubs.end();) {
        const auto end =
            std::find_if(begin, stubs.end(), [&](const StubItem &stub) { return stub.to != begin->to; });
        const auto count = static_cast<std::size_t>(end - begin);
        for (std::size_t i = 0; begin != end; ++begin, ++i) {
            begin->points = all.plan.stubPath(begin->to, i, count).points;
            if (!all.isRing(begin->to) && !begin->points.empty())
                all.picture.stubs.push_back(*begin);
        }
    }
    placeCaptions(all);
}

} // namespace tetherscope
