#include "graph/lexicon.h"
