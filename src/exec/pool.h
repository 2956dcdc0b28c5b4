/* exec/pool.h: an engine's physical connections: lent exclusively, shared, reset, counted, and waited for in a fair queue.
 * It knows nothing of statements, handles or operations. engine.c lends connections to handles, shared.c to transactions and
 * statements. docs/pool.md has the whole picture.
 *
 * Nothing here waits but cq__pool_lend. All calls come from the engine's thread.
 */
#ifndef CQ__EXEC_POOL_H
#define CQ__EXEC_POOL_H

#include "base/log.h"
#include "driver/driver.h"
#include "io/loop.h"

#include <cquel/engine.h>

typedef struct cq__pool cq__pool;
typedef struct cq__member cq__member;
typedef struct cq__ticket cq__ticket;

/* Which members serve what; without lanes all is ANY. */
typedef enum cq__lane {
	CQ__LANE_ANY,
	CQ__LANE_WRITE, /* one member, which writes */
	CQ__LANE_READ,  /* opened read-only */
	CQ__LANES
} cq__lane;

/* Where a member is. */
typedef enum cq__member_state {
	CQ__MEMBER_CLOSED,     /* memory for the next one */
	CQ__MEMBER_CONNECTING,
	CQ__MEMBER_PINGED,     /* asked for a sign of life before it is lent */
	CQ__MEMBER_RESET,      /* a ROLLBACK is under way */
	CQ__MEMBER_BACK,       /* came back busy a moment ago: looked at in the next turn, and some milliseconds more */
	CQ__MEMBER_DRAINING,   /* in quarantine: looked at until it has drained */
	CQ__MEMBER_IDLE,
	CQ__MEMBER_SHARED,     /* serves statements of anybody, or waits for the next */
	CQ__MEMBER_LENT,
	CQ__MEMBER_DOOMED,     /* closed at the next turn */
	CQ__MEMBER_STATES
} cq__member_state;

/* Who has a member: told in messages. */
typedef struct cq__borrower {
	const char *file;      /* of its cq_connect; NULL: not known */
	int line;
	const cq_site *latest; /* of the statement it ran last; NULL: none */
} cq__borrower;

/* Asks for a member; stands in what waits for it. All but what is marked "out" is set before it is asked. */
struct cq__ticket {
	cq__list_link link;           /* in the queue of its lane */
	cq__lane lane;
	bool shared;                  /* for one statement beside others */
	const cq__borrower *borrower; /* outlives the loan; NULL for a shared one */
	cq__error *error;             /* receives the reason of a failure; may be NULL */
	void (*told)(cq__ticket *ticket); /* it is decided; never called inside cq__pool_ask */
	void *user;
	cq__member *member;           /* out: lent, or shared and counted among its users; NULL: see status */
	cq_status status;             /* out */
	bool waiting;                 /* out: in the queue */
	uint64_t number;              /* out: the place in the order of asking */
	uint64_t asked_ns;
	cq__deadline deadline;        /* out: when it gives up; 0: never */
};

struct cq__member {
	cq__list_link link;   /* in the list of its state */
	cq__list_link every;  /* in pool->members */
	cq__pool *pool;
	cq__connection *driven;
	cq__member_state state;
	cq__lane lane;
	bool usable;          /* it has been connected */
	bool promised;        /* SHARED: takes no further statement, for somebody waits for it whole */
	bool leaves;          /* SHARED: takes none either, for it was found broken and goes when the last has failed */
	bool checked;         /* IDLE: what it did last was to give a sign of life, or to connect */
	bool joins;           /* CONNECTING, PINGED: becomes SHARED */
	uint32_t users;       /* SHARED: statements under way */
	uint32_t resets;      /* since it came back */
	uint64_t generation;
	uint64_t retires_ns;  /* 0: never */
	uint64_t since_ns;    /* LENT: since then; else when it did something last */
	uint64_t gives_up_ns; /* PINGED, RESET, BACK, DRAINING: closed then */
	uint64_t look_ns;     /* BACK, DRAINING: looked at then; 0: at the next turn */
	uint64_t pause_ns;
	const cq__borrower *borrower;
	cq__request request;  /* of its connect, ping or rollback */
	cq__error error;
};

/* What a pool is made of. */
typedef struct cq__pool_settings {
	const cq__driver *driver;
	cq__open_options open;     /* what it points to outlives the pool */
	cq_pool_options options;
	bool local;                /* there is no server: opening, resetting and looking are done at once, in this thread */
	bool unkept;               /* a database in memory: closed when it comes back, and any number of them */
	bool lanes;                /* one writer, many readers */
	cq__loop *loop;
	const cq__log *log;
	uint64_t (*now)(void);     /* NULL: cq__monotonic_ns */
	uint64_t seed;             /* of the jitter */
	const char *(*sql_of)(void *user, const cq_site *site); /* a statement's text, or NULL; for messages */
	void (*opened)(void *user, cq__connection *connection); /* hears of each connection that can be used; may be NULL */
	void *user;
} cq__pool_settings;

typedef struct cq__pool_lane {
	cq__list queue;              /* tickets, the oldest first */
	uint32_t waiting, waiting_shared; /* all of them; those for one statement */
	cq__list idle;               /* the latest used first */
	cq__list shared;
	uint32_t count[CQ__MEMBER_STATES];
} cq__pool_lane;

struct cq__pool {
	cq__pool_settings settings;
	uint32_t maximum;            /* of open members */
	uint32_t shared_limit[CQ__LANES];
	uint32_t open;               /* members that are not CLOSED */
	uint32_t bind_limit;         /* the least of all members'; 0: none was open yet */
	uint64_t generation;
	uint64_t next_number;
	uint64_t random;
	bool pumping, again, ending;
	bool ever_opened;            /* the file is there */
	cq__pool_lane lanes[CQ__LANES];
	cq__list members;            /* not CLOSED */
	cq__list away;               /* CONNECTING, LENT: nothing is due */
	cq__list busy;               /* PINGED, RESET, BACK, DRAINING */
	cq__list doomed;
	cq__list closed;
	cq__deadline earliest;       /* no ticket's deadline is before it; 0: none has one */
	cq__timer timer;
	cq__deferred turn;
	cq_pool_counters counters;   /* what only grows */
};

/* Nothing is opened yet. */
void cq__pool_init(cq__pool *pool, const cq__pool_settings *settings);

/* Closes all members, lent ones too, refuses who waits, and frees. Not inside a driver. */
void cq__pool_release(cq__pool *pool);

/* Takes a ticket. True: it is decided already, and `told` is not called. */
bool cq__pool_ask(cq__pool *pool, cq__ticket *ticket);

/* Takes a ticket back: out of the queue, or gives back what it was told of. */
void cq__pool_withdraw(cq__pool *pool, cq__ticket *ticket);

/* Asks, and waits until it is decided: in a task it is suspended, elsewhere the loop turns. */
CQ_CHECKED cq_status cq__pool_lend(cq__pool *pool, cq__ticket *ticket, cq__error *error);

/* A lent member comes back. Its borrower has nothing under way on it that it still waits for. */
void cq__pool_give_back(cq__pool *pool, cq__member *member);

/* The member for one more statement beside others, its users one up; NULL: a ticket has to be asked. */
cq__member *cq__pool_share(cq__pool *pool, cq__lane lane);

/* One of these statements is done. */
void cq__pool_unshare(cq__pool *pool, cq__member *member);

/* Closes what is doomed, looks at what came back busy, hands over. Called by the loop, and by calls of the program outside the
 * driver, which see its effect at once. */
void cq__pool_turn(cq__pool *pool);

/* Makes members so that `count` are open (at most `size`), and waits for them. The first failure. */
CQ_CHECKED cq_status cq__pool_warm(cq__pool *pool, uint32_t count, cq__error *error);

/* What is open now is not kept any more: idle ones are closed, the others when they come back. */
void cq__pool_stale(cq__pool *pool);

/* The executor's cache dropped a text. */
void cq__pool_forget(cq__pool *pool, uint32_t text_id);

/* A request of a member failed. Where that shows that the server has gone, or does not take writes any more, what was opened
 * before is stale. reading: the program began a transaction that only reads. */
void cq__member_doubt(cq__member *member, cq_status status, bool reading);

/* How much there is to do: statements under way, members lent, tickets that wait. */
uint32_t cq__pool_load(const cq__pool *pool);

void cq__pool_count(const cq__pool *pool, cq_pool_counters *out);

/* ---- between the files of the pool -------------------------------------------------------------------------------- */

/* pool_queue.c: hands over what there is to hand over, and has members made for who still waits. */
void cq__pool_pump(cq__pool *pool);

/* Decides a ticket: a member, or NULL and why. The only place that does. */
void cq__pool_tell(cq__pool *pool, cq__ticket *ticket, cq__member *member, cq_status status, const cq__error *why);

/* Tells the first ticket of a lane why no member could be made for it; all of the shared ones when it is one of them. */
void cq__pool_tell_failure(cq__pool *pool, cq__lane lane, cq_status status, const cq__error *why);

/* Refuses the tickets whose time is over. */
void cq__pool_refuse_late(cq__pool *pool, uint64_t now);

/* pool_member.c: another state, with lists and counts. */
void cq__member_become(cq__member *member, cq__member_state state);

/* Begins to open a member for a lane, to be shared when it `joins`. True: one is coming, or there already. False: what
 * failed was told to who waits, or there is no room: *refused says which. */
bool cq__member_open(cq__pool *pool, cq__lane lane, bool joins, bool *refused);

/* Whether an idle (or unused shared) member may be lent now; one that may not is doomed, or drains first. */
bool cq__member_fits(cq__member *member);

/* Has the driver read what came for a member that nobody uses. */
void cq__member_look(const cq__member *member);

/* It is to be closed at the next turn. */
void cq__member_doom(cq__member *member);

/* Asks an idle one for a sign of life. */
void cq__member_ping(cq__member *member, bool joins);

/* From now on it serves statements of anybody. */
void cq__member_share(cq__member *member);

/* Closes at once. Not inside a driver. */
void cq__member_close(cq__member *member);

/* pool_reset.c: looks at what came back: keeps, resets, quarantines or dooms it. */
void cq__member_settle(cq__member *member);

/* Dooms what has not answered in time. */
void cq__member_give_up(cq__pool *pool, uint64_t now);

/* Looks again at what drains and is due. */
void cq__member_look_again(cq__pool *pool, uint64_t now, bool turn);

/* Sets the timer to the next moment at which something is due. */
void cq__pool_arm(cq__pool *pool);

static inline uint64_t cq__pool_now(const cq__pool *pool)
{
	return pool->settings.now();
}

/* Whether the pool itself has asked the server for something that it needs before the member is lent. */
static inline bool cq__member_is_asked(const cq__member *member)
{
	return member->state == CQ__MEMBER_PINGED || member->state == CQ__MEMBER_RESET;
}

/* Members of a lane in any state. */
static inline uint32_t cq__lane_members(const cq__pool_lane *lane)
{
	uint32_t count = 0;
	for (int state = 0; state < CQ__MEMBER_STATES; state++)
		count += lane->count[state];
	return count;
}

/* How many are kept while nobody needs them; a writer and a reader at least where shared handles use these. */
static inline uint32_t cq__pool_kept(const cq__pool *pool)
{
	const uint32_t size = pool->settings.options.size;
	if (!pool->settings.lanes || size > 1)
		return size;
	return cq__lane_members(&pool->lanes[CQ__LANE_WRITE]) + cq__lane_members(&pool->lanes[CQ__LANE_READ]) != 0 ? 2 : size;
}

/* Whether a shared member takes further statements. */
static inline bool cq__member_serves(const cq__member *member)
{
	return !member->promised && !member->leaves && member->generation == member->pool->generation;
}

/* How many shared members do. */
static inline uint32_t cq__lane_serving(const cq__pool_lane *lane)
{
	uint32_t count = 0;
	CQ__LIST_EACH(link, &lane->shared)
		count += cq__member_serves(CQ__LIST_ENTRY(link, cq__member, link));
	return count;
}

/* Members that will be there for the taking without anybody giving one back. */
static inline uint32_t cq__lane_coming(const cq__pool_lane *lane)
{
	return lane->count[CQ__MEMBER_CONNECTING] + lane->count[CQ__MEMBER_PINGED] + lane->count[CQ__MEMBER_RESET]
		+ lane->count[CQ__MEMBER_BACK];
}

#endif
