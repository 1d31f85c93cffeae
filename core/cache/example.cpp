// Forty lines with the weak cache: textures that are loaded once, shared while somebody draws them, and
// forgotten.
#include <tetherscope/weakcache.h>

#include <cstdio>
#include <string>
#include <thread>
#include <utility>

namespace {

class Texture
{
public:
    explicit Texture(std::string file)
        : m_file(std::move(file))
    {
        std::printf("load   %s\n", m_file.c_str());
    }
    ~Texture() { std::printf("unload %s\n", m_file.c_str()); }
    Texture(const Texture &) = delete;
    Texture &operator=(const Texture &) = delete;

private:
    std::string m_file;
};

using Textures = tetherscope::WeakCache<std::string, Texture>;

} // namespace

int main()
{
    Textures textures;
    const auto wall = textures.get("wall.png", "wall.png");
    std::thread painter([&] {
        const auto same = textures.get("wall.png", "wall.png"); // found: nothing is loaded
        const auto floor = textures.get("floor.png", "floor.png");
        std::printf("shared %s\n", same == wall ? "yes" : "no");
    }); // the floor is unloaded at the painter's end, the wall stays
    painter.join();
    std::printf("%zu left\n", textures.size());
    return 0;
}
