#include "graph/graphdiff.h"
