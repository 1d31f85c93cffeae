#include "graph/objectgraph.h"
