/* Quicker ways for what the compiled engine asks of Python thousands of times a text, with the same answers.

   scripts/compile adds this to the C code that mypyc makes. What belongs here: which call of that code goes which way;
   quick.c holds the ways. What does not: anything that a text or a rule decides. They know how CPython 3.11 lays out
   lists, sets and dicts: with any other Python this is empty, and the calls stay as they are. */

#ifndef SITREP_QUICK_H
#define SITREP_QUICK_H
#include <Python.h>
#include <CPy.h>

#if PY_VERSION_HEX >= 0x030B0000 && PY_VERSION_HEX < 0x030C0000 && !defined(Py_DEBUG) && !defined(Py_TRACE_REFS)
#define SITREP_QUICK

void quick_dealloc(PyObject *op);
int quick_set_contains(PyObject *set, PyObject *key);
int quick_dict_contains(PyObject *dict, PyObject *key);
PyObject *quick_dict_item(PyObject *dict, PyObject *key);
PyObject *quick_dict_get(PyObject *dict, PyObject *key, PyObject *fallback);
PyObject *quick_and(PyObject *one, PyObject *other);
PyObject *quick_method(PyObject *name, PyObject *const *args, size_t nargs, PyObject *kwnames);
PyObject *quick_attribute(PyObject *op, PyObject *name);
PyObject *quick_compare(PyObject *one, PyObject *other, int how);
PyObject *quick_alloc(PyTypeObject *type);
void quick_free(PyObject *op);
PyObject *quick_list(Py_ssize_t size);
int quick_append(PyObject *list, PyObject *item);
PyObject *quick_list_slice(PyObject *list, CPyTagged start, CPyTagged end);
PyObject *quick_list_extend(PyObject *list, PyObject *more);
PyObject *quick_int(CPyTagged number);
int quick_same(PyObject *one, PyObject *other);
int quick_str_contains(PyObject *str, PyObject *part);
int quick_sequence_contains(PyObject *sequence, PyObject *item);

static inline void quick_decref(PyObject *op) {
    if (--op->ob_refcnt == 0) quick_dealloc(op);
}

static inline void quick_xdecref(PyObject *op) {
    if (op != NULL) quick_decref(op);
}

static inline char quick_is_literal(PyObject *str, PyObject *literal, Py_ssize_t length) {
    return str == literal || (PyUnicode_GET_LENGTH(str) == length && quick_same(str, literal));
}

#ifndef SITREP_QUICK_ITSELF
#undef Py_DECREF
#undef Py_XDECREF
#define Py_DECREF(op) quick_decref((PyObject *)(op))
#define Py_XDECREF(op) quick_xdecref((PyObject *)(op))
#define PySet_Contains quick_set_contains
#define PyNumber_And quick_and
#define PyObject_VectorcallMethod quick_method
#define PyObject_GetAttr quick_attribute
#define PyObject_RichCompare quick_compare
#define PyDict_Contains quick_dict_contains
#define CPyDict_GetItem quick_dict_item
#define CPyDict_Get quick_dict_get
#define CPyDict_GetWithNone(dict, key) quick_dict_get(dict, key, Py_None)
#define PyList_New quick_list
#define PyList_Append quick_append
#define CPyList_GetSlice quick_list_slice
#define CPyList_Extend quick_list_extend
#define CPyTagged_StealAsObject quick_int
#define CPyStr_EqualLiteral quick_is_literal
#define PyUnicode_Contains quick_str_contains
#define PySequence_Contains quick_sequence_contains
#endif

#endif
#endif
