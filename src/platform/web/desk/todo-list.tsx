import { Button } from 'antd'
import { formatDateChinese } from '../../../core/time/format-date.ts'
import { useGo } from '../address/use-address.ts'
import type { Todo } from '../module/web-module.ts'

/** Things to do, each with the one tap that does it. */
export const TodoList = ({ todos, today }: { todos: readonly Todo[]; today: string }) => {
  const go = useGo()
  return (
    <ul className="plain-list">
      {todos.map((todo) => (
        <li key={todo.key} className="todo">
          <div>
            <p className="todo-title">{todo.title}</p>
            <p className="quiet">
              {todo.due && (
                <span className={todo.due < today ? 'overdue' : undefined}>
                  {formatDateChinese(todo.due)}
                  {todo.due < today ? '已过期' : '到期'} ·{' '}
                </span>
              )}
              {todo.detail}
            </p>
          </div>
          <Button onClick={() => go(todo.act.to)}>{todo.act.title}</Button>
        </li>
      ))}
    </ul>
  )
}
