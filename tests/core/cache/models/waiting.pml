/* The waiting of sharedmaking.h and waitgraph.h under SPIN: every interleaving of three threads that want two keys,
 * with constructors that may throw and may ask for the other key. Claims: at most one maker for each key, nobody
 * waits for what has been settled (no lost wake-up), every thread ends (no deadlock, checked as an invalid end state).
 *
 *     spin -a waiting.pml && cc -O2 -DSAFETY -o pan pan.c && ./pan
 *
 * -DMUTANT=1  a failed construction wakes nobody
 * -DMUTANT=2  the wait is recorded after the stripe has been unlocked
 * -DMUTANT=3  circles of threads are not looked for
 */
#ifndef MUTANT
#define MUTANT 0
#endif

#define KEYS 2
#define THREADS 3
#define NOBODY 255
#define DONE 254

byte stripe = 0;               /* the lock of the one stripe */
byte graph = 0;                /* the lock of the WaitGraph */
bool there[KEYS];              /* the object exists */
byte maker[KEYS] = NOBODY;     /* who is constructing it */
byte awaits[THREADS] = NOBODY; /* the key that a thread waits for, as the graph has it */
bool settled[THREADS];
byte makers[KEYS];             /* ghost: how many construct it */

#define LOCK(l) atomic { l == 0; l = 1 }
#define UNLOCK(l) l = 0

/* Whether waiting for `key` would close a circle back to `self`: one step of the chain for each thread. */
inline circle(self, key, answer)
{
    next = maker[key];
    answer = false;
    steps = 0;
    do
    :: next == self -> answer = true; break
    :: next == NOBODY || steps == THREADS -> break
    :: else ->
        if
        :: awaits[next] == NOBODY -> break
        :: else -> next = maker[awaits[next]]; steps++
        fi
    od
}

inline record(self, key)
{
    LOCK(graph);
    circle(self, key, refused);
    if
    :: refused && MUTANT != 3 -> skip
    :: else -> refused = false; settled[self] = false; awaits[self] = key
    fi;
    UNLOCK(graph)
}

inline settle(key)
{
    LOCK(graph);
    other = 0;
    do
    :: other == THREADS -> break
    :: other < THREADS ->
        if
        :: awaits[other] == key -> awaits[other] = NOBODY; settled[other] = true
        :: else -> skip
        fi;
        other++
    od;
    UNLOCK(graph)
}

/* get(first), whose constructor may ask for get(other key); depth by two variables, as there are two keys. */
proctype thread(byte self; byte wanted)
{
    byte key = wanted, outer = NOBODY, next, steps, other;
    bool refused = false, fails;

again:
    LOCK(stripe);
    if
    :: there[key] -> UNLOCK(stripe); goto got
    :: !there[key] && maker[key] == NOBODY ->
        maker[key] = self;
        UNLOCK(stripe);
        goto construct
    :: else -> skip
    fi;
    if
    :: MUTANT == 2 -> UNLOCK(stripe); record(self, key)
    :: else -> record(self, key); UNLOCK(stripe)
    fi;
    if
    :: refused -> goto got          /* RecursiveCreation, which the asker handles */
    :: else -> settled[self]; goto again
    fi;

construct:
    makers[key]++;
    assert(makers[key] == 1);
    if
    :: outer == NOBODY -> outer = key; key = 1 - key; goto again /* asks for the other first */
    :: true
    fi;

finish:
    if
    :: fails = true
    :: fails = false
    fi;
    makers[key]--;
    LOCK(stripe);
    maker[key] = NOBODY;
    there[key] = !fails;
    UNLOCK(stripe);
    if
    :: fails && MUTANT == 1 -> skip
    :: else -> settle(key)
    fi;

got:
    if
    :: outer < KEYS -> key = outer; outer = DONE; goto finish /* the inner get has returned */
    :: else -> skip
    fi
}

init
{
    maker[0] = NOBODY; maker[1] = NOBODY;
    atomic {
        byte i = 0;
        do
        :: i < THREADS -> awaits[i] = NOBODY; i++
        :: i == THREADS -> break
        od;
        run thread(0, 0); run thread(1, 1); run thread(2, 0)
    }
}
