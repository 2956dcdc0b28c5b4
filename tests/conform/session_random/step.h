/* conform/session_random/step.h: what there is to do, and what the files of steps share.
 * It knows nothing of what is compared. step.c, read.c, relate.c and transact.c include it.
 */
#ifndef CQ_TEST_SESSION_RANDOM_STEP_H
#define CQ_TEST_SESSION_RANDOM_STEP_H

#include "world.h"

#include <cquel/log.h>

#include <setjmp.h>

enum {
	STEP_ADD, STEP_SET, STEP_SWAP, STEP_KEY, STEP_RELATE, STEP_LEAVE, STEP_TAG, STEP_DELETE, STEP_KEEP, STEP_EXPUNGE, STEP_EXPIRE, STEP_EXPIRE_ALL,
	STEP_REFRESH, STEP_GET, STEP_ALL, STEP_LOAD, STEP_MERGE, STEP_FLUSH, STEP_COMMIT, STEP_BEGIN, STEP_SAVEPOINT, STEP_ROLLBACK, STEP_UPDATE,
	STEP_DELETE_FROM, STEP_ELSEWHERE, STEP_COUNT
};

/* A call that flushes first. False: the flush failed, as the model allows, and nothing has changed. */
bool attempt(const char *name, cq_status (*call)(void));
bool flushed(void);
void read_done(void);
void look_at_expired(void);
/* What an object reaches along relations with CASCADE(ALL) that are loaded, itself first; `count` are there. */
int reach(int object, int *reached, int count);
void roll_back(void);
void roll_back_all(void);
void must_(const char *name, cq_status status);
#define must(name, ...) must_((name), (fault_arm(), (__VA_ARGS__)))

/* Objects that something can be done to: with or without a row, not expired and not to be deleted; the same with a row; also expired. */
bool usable(int object);
bool usable_row(int object);
bool known_row(int object);
/* The which-th that fits, of that kind (-1: any); -1: there is none. */
int pick(int of, bool (*fits)(int object), uint32_t which);
void look_at_end(void);

int64_t any_value(int of, int column, uint32_t *random);
int make_object(int of, uint32_t random);
void add_object(int object);
void keep_memory(void *real);

/* ---- fault.c: one thing of a sequence fails */
enum fault_kind { FAULT_NONE, FAULT_MEMORY, FAULT_STATEMENT, FAULT_KILL };
extern struct fault {
	enum fault_kind kind;
	long left;          /* allocations, or statements, until then */
	bool struck, over;  /* it has failed; a call has failed for it */
	bool attempted;     /* that call flushes first */
	bool ended;         /* the session is of no use any more */
	bool may_be_open;   /* a transaction, behind that call */
	cq_status status;
	const char *name;
	jmp_buf back;
} fault;
void fault_begin(enum fault_kind kind, long point);
void fault_see_plain(void);
void fault_note(void *user, const cq_log_record *record);
void fault_arm(void);
void fault_disarm(void);
void fault_failed(const char *name, cq_status status, bool flushes);
/* next: what the rows are when what has failed was done nevertheless. */
void fault_recover(const struct world *next);
extern struct world attempted;

void step_objects(const struct step *one);
void step_reading(const struct step *one);
void step_relations(const struct step *one);
void step_transaction(const struct step *one);

#endif
