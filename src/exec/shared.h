/* exec/shared.h: the driver of shared handles: it routes each request to a member of the pool.
 * It knows nothing of any database, nor of operations. connect.c opens such handles; all above the driver's table of functions
 * takes them for connections. docs/pool.md has the whole picture.
 */
#ifndef CQ__EXEC_SHARED_H
#define CQ__EXEC_SHARED_H

#include "exec/reader.h"

/* Its `open` is not there: a handle is made by the function below. */
extern const cq__driver cq__driver_shared;

/* A handle's place in the pool: no connection is made. NULL when there is no memory. `borrower` outlives it. */
cq__connection *cq__shared_open(cq__pool *pool, const cq__borrower *borrower);

/* The same for a handle that only reads: each request goes to the pool of the reader that is picked then. What writes is
 * refused. */
cq__connection *cq__shared_open_reader(cq__readers *readers, const cq__borrower *borrower);

#endif
