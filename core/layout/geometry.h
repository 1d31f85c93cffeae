#pragma once

namespace tetherscope {

/// Scene pixels, y down. Plain values, since core knows no toolkit.
struct ScenePoint
{
    double x = 0;
    double y = 0;
    friend bool operator==(const ScenePoint &, const ScenePoint &) = default;
};

struct SceneSize
{
    double width = 0;
    double height = 0;
    friend bool operator==(const SceneSize &, const SceneSize &) = default;
};

struct SceneRect
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double centreX() const { return x + width / 2; }
    double centreY() const { return y + height / 2; }
    bool empty() const { return width <= 0 || height <= 0; }
    bool overlaps(const SceneRect &other) const
    {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    friend bool operator==(const SceneRect &, const SceneRect &) = default;
};

} // namespace tetherscope
