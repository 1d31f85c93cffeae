#include "graph/lexiconbuilder.h"
