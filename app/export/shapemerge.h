#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace tetherscope {

/// Merges the shapes of several sheets, each in the order in which it is drawn, into one list: a shape that
/// sheets share is there once, and each sheet's shapes still are in its order.
///
/// It keeps the longest common subsequence of what has been merged and the next sheet, which costs
/// n log n where few shapes are there twice.
/// Source  Hunt and Szymanski, A fast algorithm for computing longest common subsequences, 1977.
class ShapeMerge
{
public:
    struct Shape
    {
        QByteArray text;
        std::vector<bool> shown; ///< by sheet
    };

    void add(const QList<QByteArray> &shapes);
    const std::vector<Shape> &shapes() const { return m_shapes; }

private:
    std::vector<std::size_t> commonPlaces(const QList<QByteArray> &shapes) const;

    std::vector<Shape> m_shapes;
    std::size_t m_sheetCount = 0;
};

} // namespace tetherscope
