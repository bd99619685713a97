/* The ways that quick.h names. Each takes what is met most often itself and leaves the rest to Python. */

#define SITREP_QUICK_ITSELF
#define Py_BUILD_CORE  /* for the headers of CPython's own parts */
#include "quick.h"

#ifdef SITREP_QUICK
#include "internal/pycore_dict.h"
#include "internal/pycore_object.h"

/* The hash of a str, -1 of anything else and of one that was not hashed yet. */
static inline Py_hash_t known_hash(PyObject *key) {
    return PyUnicode_CheckExact(key) ? ((PyASCIIObject *)key)->hash : -1;
}

/* Whether two str are the same: most of those that are not begin with another letter. */
static inline int same_str(PyObject *a, PyObject *b) {
    Py_ssize_t length = PyUnicode_GET_LENGTH(a);
    int kind = PyUnicode_KIND(a);
    if (a == b) return 1;
    if (length != PyUnicode_GET_LENGTH(b) || kind != (int)PyUnicode_KIND(b)) return 0;
    const char *of_a = PyUnicode_DATA(a), *of_b = PyUnicode_DATA(b);
    return length == 0 || (*of_a == *of_b && memcmp(of_a, of_b, length * kind) == 0);
}

int quick_same(PyObject *one, PyObject *other) {
    return same_str(one, other);
}

static inline PyObject *truth(int is_so) {
    PyObject *made = is_so ? Py_True : Py_False;
    Py_INCREF(made);
    return made;
}

/* Sets: the search of setobject.c. */
#define IN_A_ROW 9

static __attribute__((noinline)) int search(PySetObject *set, PyObject *key, Py_hash_t hash) {
    size_t mask = (size_t)set->mask, at = (size_t)hash & mask, perturb = (size_t)hash;
    for (;;) {
        setentry *entry = &set->table[at];
        int more = at + IN_A_ROW <= mask ? IN_A_ROW : 0;
        do {
            if (entry->key == NULL) return 0;
            if (entry->hash == hash) {
                if (entry->key == key) return 1;
                if (!PyUnicode_CheckExact(entry->key)) return PySet_Contains((PyObject *)set, key);
                if (same_str(entry->key, key)) return 1;
            }
            entry++;
        } while (more--);
        perturb >>= 5;
        at = (at * 5 + 1 + perturb) & mask;
    }
}

int quick_set_contains(PyObject *op, PyObject *key) {
    PySetObject *set = (PySetObject *)op;
    Py_hash_t hash = known_hash(key);
    if (hash == -1) return PySet_Contains(op, key);
    PyObject *first = set->table[(size_t)hash & (size_t)set->mask].key;
    return first == key ? 1 : first == NULL ? 0 : search(set, key, hash);
}

/* Calls a function with each item that both sets hold, in the order in which Python meets them, until it says stop. */
static int each_shared(PyObject *one, PyObject *other, int (*met)(PyObject *, void *), void *with) {
    if (PySet_GET_SIZE(other) > PySet_GET_SIZE(one)) {
        PyObject *kept = one;
        one = other;
        other = kept;
    }
    Py_ssize_t left = PySet_GET_SIZE(other);
    for (setentry *entry = ((PySetObject *)other)->table; left > 0; entry++) {
        if (entry->key == NULL || entry->hash == -1) continue;
        left--;
        int found = quick_set_contains(one, entry->key);
        if (found < 0) return -1;
        if (found && (found = met(entry->key, with)) != 0) return found;
    }
    return 0;
}

static int add(PyObject *key, void *made) {
    return PySet_Add(made, key);
}

static int stop(PyObject *key, void *made) {
    return 1;
}

PyObject *quick_and(PyObject *one, PyObject *other) {
    int is_frozen = PyFrozenSet_CheckExact(one);
    if ((!is_frozen && !PySet_CheckExact(one)) || !PyAnySet_CheckExact(other) || one == other)
        return PyNumber_And(one, other);
    PyObject *made = is_frozen ? PyFrozenSet_New(NULL) : PySet_New(NULL);
    if (made != NULL && each_shared(one, other, add, made) < 0) Py_CLEAR(made);
    return made;
}

static PyObject *is_disjoint(PyObject *set, PyObject *other) {
    int found = 0, is_list = PyList_CheckExact(other);
    if (is_list || PyTuple_CheckExact(other)) {
        PyObject **items = is_list ? ((PyListObject *)other)->ob_item : ((PyTupleObject *)other)->ob_item;
        Py_ssize_t size = PySet_GET_SIZE(set) ? Py_SIZE(other) : 0;
        for (Py_ssize_t at = 0; at < size && !found; at++) found = quick_set_contains(set, items[at]);
    } else found = each_shared(set, other, stop, NULL);
    return found < 0 ? NULL : truth(!found);
}

PyObject *quick_method(PyObject *name, PyObject *const *args, size_t nargs, PyObject *kwnames) {
    static PyObject *disjoint;
    if (disjoint == NULL) disjoint = PyUnicode_InternFromString("isdisjoint");
    if (name == disjoint && PyAnySet_CheckExact(args[0]) && PyVectorcall_NARGS(nargs) == 2 && kwnames == NULL
        && (PyList_CheckExact(args[1]) || PyTuple_CheckExact(args[1]) || PyAnySet_CheckExact(args[1])))
        return is_disjoint(args[0], args[1]);
    return PyObject_VectorcallMethod(name, args, nargs, kwnames);
}

/* Dicts: the search of dictobject.c; 1 found, 0 not there, -1 ask Python. */
static inline int find(PyObject *op, PyObject *key, PyObject **value) {
    PyDictObject *dict = (PyDictObject *)op;
    if (!PyDict_CheckExact(op)) return -1;
    if (dict->ma_used == 0) return PyUnicode_CheckExact(key) || PyLong_CheckExact(key) ? 0 : -1;
    PyDictKeysObject *keys = dict->ma_keys;
    Py_hash_t hash = known_hash(key);
    if (hash == -1 || keys->dk_kind != DICT_KEYS_UNICODE) return -1;
    PyDictUnicodeEntry *entries = DK_UNICODE_ENTRIES(keys);
    size_t mask = DK_SIZE(keys) - 1, at = (size_t)hash & mask, perturb = (size_t)hash;
    int log2 = keys->dk_log2_size;
    for (;;) {
        Py_ssize_t index = log2 < 8    ? ((int8_t *)keys->dk_indices)[at]
                           : log2 < 16 ? ((int16_t *)keys->dk_indices)[at]
                                       : ((int32_t *)keys->dk_indices)[at];
        if (index >= 0) {
            PyDictUnicodeEntry *entry = &entries[index];
            PyObject *met = entry->me_key;
            if (met == key || (((PyASCIIObject *)met)->hash == hash && same_str(met, key))) {
                *value = entry->me_value;
                return 1;
            }
        } else if (index == DKIX_EMPTY) return 0;
        perturb >>= 5;
        at = mask & (at * 5 + perturb + 1);
    }
}

int quick_dict_contains(PyObject *dict, PyObject *key) {
    PyObject *value;
    int found = find(dict, key, &value);
    return found < 0 ? PyDict_Contains(dict, key) : found;
}

PyObject *quick_dict_item(PyObject *dict, PyObject *key) {
    PyObject *value;
    if (find(dict, key, &value) != 1) return CPyDict_GetItem(dict, key);
    Py_INCREF(value);
    return value;
}

PyObject *quick_dict_get(PyObject *dict, PyObject *key, PyObject *fallback) {
    PyObject *value;
    int found = find(dict, key, &value);
    if (found < 0) return CPyDict_Get(dict, key, fallback);
    if (found == 0) value = fallback;
    Py_INCREF(value);
    return value;
}

/* What a module holds. */
PyObject *quick_attribute(PyObject *op, PyObject *name) {
    PyObject *value;
    if (PyModule_CheckExact(op) && PyUnicode_READ_CHAR(name, 0) != '_' && find(PyModule_GetDict(op), name, &value) == 1) {
        Py_INCREF(value);
        return value;
    }
    return PyObject_GetAttr(op, name);
}

/* Words, and lists of words, that are the same or are not. */
static int same_items(PyObject *one, PyObject *other) {
    if (one == other) return 1;
    if (PyUnicode_CheckExact(one) && PyUnicode_CheckExact(other)) return same_str(one, other);
    return -1;
}

PyObject *quick_compare(PyObject *one, PyObject *other, int how) {
    if ((how == Py_EQ || how == Py_NE) && Py_IS_TYPE(one, Py_TYPE(other))) {
        int same = -1;
        if (PyUnicode_CheckExact(one)) same = same_str(one, other);
        else if (PyList_CheckExact(one)) {
            PyObject **of_one = PySequence_Fast_ITEMS(one), **of_other = PySequence_Fast_ITEMS(other);
            Py_ssize_t size = Py_SIZE(one);
            same = size == Py_SIZE(other);
            for (Py_ssize_t at = 0; at < size && same == 1; at++) same = same_items(of_one[at], of_other[at]);
        }
        if (same >= 0) return truth(same == (how == Py_EQ));
    }
    return PyObject_RichCompare(one, other, how);
}

/* Objects of the engine that were let go are kept for the next ones of their size. */
#define SIZES 64
#define OF_A_SIZE 64
static PyObject *objects[SIZES][OF_A_SIZE];
static int number_of[SIZES];

static inline size_t size_of(PyTypeObject *type) {
    int is_plain = PyType_IS_GC(type) && !(type->tp_flags & Py_TPFLAGS_MANAGED_DICT) && type->tp_itemsize == 0
                   && type->tp_free == PyObject_GC_Del;
    return is_plain ? (size_t)type->tp_basicsize / sizeof(PyObject *) : SIZES;
}

PyObject *quick_alloc(PyTypeObject *type) {
    size_t size = size_of(type);
    if (size >= SIZES || !number_of[size]) return type->tp_alloc(type, 0);
    PyObject *op = objects[size][--number_of[size]];
    memset((char *)op + sizeof(PyObject), 0, type->tp_basicsize - sizeof(PyObject));
    Py_SET_REFCNT(op, 1);
    Py_SET_TYPE(op, type);
    _PyObject_GC_TRACK(op);
    return op;
}

void quick_free(PyObject *op) {
    size_t size = size_of(Py_TYPE(op));
    if (size >= SIZES || number_of[size] == OF_A_SIZE) {
        Py_TYPE(op)->tp_free(op);
        return;
    }
    _Py_AS_GC(op)->_gc_next = _Py_AS_GC(op)->_gc_prev = 0;
    objects[size][number_of[size]++] = op;
}

/* Lists that were let go are kept with their room for the next ones. */
#define KEPT 512
#define ROOM 16
#define DEEP 64
static PyListObject *kept[KEPT];
static int number_kept, depth;

static void dealloc_list(PyListObject *list) {
    Py_ssize_t size = Py_SIZE(list);
    if (depth > DEEP) {
        PyList_Type.tp_dealloc((PyObject *)list);
        return;
    }
    if (_PyObject_GC_IS_TRACKED(list)) _PyObject_GC_UNTRACK(list);
    if (size) {
        depth++;
        while (--size >= 0) quick_xdecref(list->ob_item[size]);
        depth--;
    }
    if (number_kept < KEPT) {
        if (list->allocated > ROOM) {
            PyMem_Free(list->ob_item);
            list->ob_item = NULL;
            list->allocated = 0;
        }
        kept[number_kept++] = list;
    } else {
        if (list->ob_item != NULL) PyMem_Free(list->ob_item);
        PyObject_GC_Del(list);
    }
}

PyObject *quick_list(Py_ssize_t size) {
    if (!number_kept || size > ROOM) return PyList_New(size);
    PyListObject *list = kept[--number_kept];
    if (size > list->allocated) {
        Py_ssize_t room = size < 4 ? 4 : size;
        PyObject **items = PyMem_Realloc(list->ob_item, room * sizeof(PyObject *));
        if (items == NULL) {
            number_kept++;
            return PyErr_NoMemory();
        }
        list->ob_item = items;
        list->allocated = room;
    }
    for (Py_ssize_t at = 0; at < size; at++) list->ob_item[at] = NULL;
    Py_SET_SIZE(list, size);
    Py_SET_REFCNT(list, 1);
    _PyObject_GC_TRACK(list);
    return (PyObject *)list;
}

void quick_dealloc(PyObject *op) {
    PyTypeObject *type = Py_TYPE(op);
    if (type == &PyList_Type) dealloc_list((PyListObject *)op);
    else type->tp_dealloc(op);
}

int quick_append(PyObject *op, PyObject *item) {
    PyListObject *list = (PyListObject *)op;
    Py_ssize_t size = Py_SIZE(list);
    if (size >= list->allocated) return PyList_Append(op, item);
    Py_INCREF(item);
    list->ob_item[size] = item;
    Py_SET_SIZE(list, size + 1);
    return 0;
}

PyObject *quick_list_slice(PyObject *op, CPyTagged start, CPyTagged end) {
    if (!PyList_CheckExact(op) || !CPyTagged_CheckShort(start) || !CPyTagged_CheckShort(end))
        return CPyList_GetSlice(op, start, end);
    Py_ssize_t size = PyList_GET_SIZE(op);
    Py_ssize_t from = CPyTagged_ShortAsSsize_t(start), to = CPyTagged_ShortAsSsize_t(end);
    if (from < 0) from += size;
    if (to < 0) to += size;
    if (from < 0) from = 0;
    if (to > size) to = size;
    size = to > from ? to - from : 0;
    PyObject *made = quick_list(size);
    if (made == NULL) return NULL;
    PyObject **source = ((PyListObject *)op)->ob_item + from, **target = ((PyListObject *)made)->ob_item;
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_INCREF(source[at]);
        target[at] = source[at];
    }
    return made;
}

PyObject *quick_list_extend(PyObject *op, PyObject *more) {
    int is_list = PyList_CheckExact(more);
    if (is_list || PyTuple_CheckExact(more)) {
        PyListObject *list = (PyListObject *)op;
        Py_ssize_t size = Py_SIZE(list), added = Py_SIZE(more);
        if (!added) Py_RETURN_NONE;
        if (size + added <= list->allocated) {
            PyObject **source = is_list ? ((PyListObject *)more)->ob_item : ((PyTupleObject *)more)->ob_item;
            for (Py_ssize_t at = 0; at < added; at++) {
                Py_INCREF(source[at]);
                list->ob_item[size + at] = source[at];
            }
            Py_SET_SIZE(list, size + added);
            Py_RETURN_NONE;
        }
    }
    return CPyList_Extend(op, more);
}

/* Offsets and numbers of words: made once. */
#define INTS 4096
static PyObject *ints[INTS];

PyObject *quick_int(CPyTagged number) {
    if (number & 1 || number >= 2 * INTS) return CPyTagged_StealAsObject(number);
    PyObject **at = &ints[number >> 1];
    if (*at == NULL && (*at = PyLong_FromLong((long)(number >> 1))) == NULL) return CPyTagged_StealAsObject(number);
    Py_INCREF(*at);
    return *at;
}

/* A letter in a text of letters. */
int quick_str_contains(PyObject *str, PyObject *part) {
    if (PyUnicode_CheckExact(part) && PyUnicode_GET_LENGTH(part) == 1 && PyUnicode_KIND(part) == PyUnicode_1BYTE_KIND
        && PyUnicode_KIND(str) == PyUnicode_1BYTE_KIND)
        return memchr(PyUnicode_1BYTE_DATA(str), *PyUnicode_1BYTE_DATA(part), PyUnicode_GET_LENGTH(str)) != NULL;
    return PyUnicode_Contains(str, part);
}

/* A word in a list or tuple of words. */
int quick_sequence_contains(PyObject *op, PyObject *item) {
    int is_list = PyList_CheckExact(op);
    if (PyUnicode_CheckExact(item) && (is_list || PyTuple_CheckExact(op))) {
        PyObject **items = is_list ? ((PyListObject *)op)->ob_item : ((PyTupleObject *)op)->ob_item;
        Py_ssize_t at, size = Py_SIZE(op);
        for (at = 0; at < size; at++) {
            if (items[at] == item) return 1;
            if (!PyUnicode_CheckExact(items[at])) break;
            if (same_str(items[at], item)) return 1;
        }
        if (at == size) return 0;
    }
    return PySequence_Contains(op, item);
}
#endif
