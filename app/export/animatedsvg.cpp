#include "export/animatedsvg.h"

#include "canvas/sheet.h"
#include "canvas/transition.h"
#include "export/shapemerge.h"

#include <algorithm>
#include <map>

namespace tetherscope {

namespace {

using Shown = std::vector<bool>; ///< by sheet

/// Gives each way of coming and going a class, and writes what that means as CSS.
class Classes
{
public:
    explicit Classes(double secondsPerSheet)
        : m_secondsPerSheet(secondsPerSheet)
    {
    }

    /// Of what is shown so; empty: always.
    QByteArray of(const Shown &shown)
    {
        if (std::find(shown.begin(), shown.end(), false) == shown.end())
            return {};
        const auto [place, isNew] = m_names.try_emplace(shown, "s" + QByteArray::number(m_names.size()));
        if (isNew)
            m_style += ruleOf(place->second, shown);
        return place->second;
    }

    QByteArray style() const
    {
        return m_style + "@media (prefers-reduced-motion:reduce)"
                         "{g{animation-timing-function:step-end!important}}\n";
    }

private:
    /// One moment of the whole, in per cent.
    QByteArray key(double seconds, const Shown &shown, int opacity) const
    {
        const double whole = m_secondsPerSheet * static_cast<double>(shown.size());
        return QByteArray::number(100 * seconds / whole, 'f', 3) +
               "%{opacity:" + QByteArray::number(opacity) + '}';
    }

    QByteArray keyframes(const Shown &shown) const
    {
        constexpr double change = Transition::usualMs / 1000.0;
        QByteArray frames = key(0, shown, shown.front() ? 1 : 0);
        for (std::size_t sheet = 1; sheet < shown.size(); ++sheet) {
            if (shown[sheet] == shown[sheet - 1])
                continue;
            const double start = m_secondsPerSheet * static_cast<double>(sheet);
            const bool comes = shown[sheet];
            frames += key(start + (comes ? change * Transition::appearsFrom : 0), shown, comes ? 0 : 1);
            frames += key(start + change * (comes ? 1 : Transition::vanishedAt), shown, comes ? 1 : 0);
        }
        return frames + "100%{opacity:" + (shown.back() ? "1}" : "0}");
    }

    /// What knows no animation shows the last sheet.
    QByteArray ruleOf(const QByteArray &name, const Shown &shown) const
    {
        const double whole = m_secondsPerSheet * static_cast<double>(shown.size());
        return '.' + name + "{opacity:" + (shown.back() ? '1' : '0') + ";animation:" + name + ' ' +
               svgNumber(whole) + "s linear infinite}\n@keyframes " + name + '{' + keyframes(shown) + "}\n";
    }

    double m_secondsPerSheet;
    std::map<Shown, QByteArray> m_names;
    QByteArray m_style;
};

/// Neighbours that come and go together are one group.
QByteArray grouped(const std::vector<ShapeMerge::Shape> &shapes, Classes &classes)
{
    QByteArray svg;
    QByteArray open;
    for (const ShapeMerge::Shape &shape : shapes) {
        const QByteArray name = classes.of(shape.shown);
        if (name != open) {
            svg += open.isEmpty() ? QByteArray() : QByteArray("</g>\n");
            svg += name.isEmpty() ? QByteArray() : "<g class=\"" + name + "\">\n";
            open = name;
        }
        svg += shape.text + '\n';
    }
    return svg + (open.isEmpty() ? QByteArray() : QByteArray("</g>\n"));
}

} // namespace

AnimatedSvg::AnimatedSvg(double secondsPerSheet)
    : m_secondsPerSheet(secondsPerSheet)
{
}

AnimatedSvg::~AnimatedSvg() = default;

void AnimatedSvg::add(const Sheet &sheet)
{
    const std::vector<SvgLayer> layers = svgLayersOf(sheet);
    m_head = svgHeadOf(sheet);
    m_views.resize(layers.size());
    m_layers.resize(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        m_views[i] = layers[i].view;
        if (!m_layers[i])
            m_layers[i] = std::make_unique<ShapeMerge>();
        QList<QByteArray> shapes = layers[i].shapes.split('\n');
        shapes.removeLast(); // after the last line's end
        m_layers[i]->add(shapes);
    }
    ++m_sheetCount;
}

QByteArray AnimatedSvg::take()
{
    if (m_sheetCount == 0)
        return {};
    Classes classes(m_secondsPerSheet);
    std::vector<SvgLayer> layers;
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        layers.push_back({m_views[i], grouped(m_layers[i]->shapes(), classes)});
    m_head.style = classes.style();
    return svgDocument(m_head, layers);
}

} // namespace tetherscope
