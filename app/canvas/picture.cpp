#include "canvas/picture.h"

namespace tetherscope {

std::uint32_t headsOn(const Picture &picture, ObjectId object)
{
    std::uint32_t heads = 0;
    for (const EdgeItem &edge : picture.edges)
        heads += edge.to == object && edge.counts() ? 1 : 0;
    for (const StubItem &stub : picture.stubs)
        heads += stub.to == object ? stub.units : 0;
    return heads;
}

} // namespace tetherscope
