#include "graph/reachability.h"
