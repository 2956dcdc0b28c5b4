/* conform/session_random/step.h: what there is to do, and what the files of steps share.
 * It knows nothing of what is compared. step.c, read.c, relate.c and transact.c include it.
 */
#ifndef CQ_TEST_SESSION_RANDOM_STEP_H
#define CQ_TEST_SESSION_RANDOM_STEP_H

#include "world.h"

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
void must(const char *name, cq_status status);

/* Objects that something can be done to: with or without a row, not expired and not to be deleted; the same with a row; also expired. */
bool usable(int object);
bool usable_row(int object);
bool known_row(int object);
/* The which-th that fits, of that kind (-1: any); -1: there is none. */
int pick(int of, bool (*fits)(int object), uint32_t which);
bool anything_stale(void);
void look_at_end(void);

int64_t any_value(int of, int column, uint32_t *random);
int make_object(int of, uint32_t random);
void add_object(int object);
void keep_memory(void *real);

void step_objects(const struct step *one);
void step_reading(const struct step *one);
void step_relations(const struct step *one);
void step_transaction(const struct step *one);

#endif
