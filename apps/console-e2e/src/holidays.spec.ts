import { expect, expectAccessible, open, test } from './journey';

/** Nobody has given it: the statutory days of 2028 with the weekends around them. */
const notice = `国务院办公厅关于2028年
部分节假日安排的通知
国办发明电〔2027〕9号
　　经国务院批准，现将2028年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周六）至3日（周一）放假，共3天。
　　二、春节：1月25日（农历除夕、周二）至31日（农历正月初六、周一）放假调休，共7天。1月23日（周日）上班。
　　三、清明节：4月4日（周二）放假1天，不调休。
　　四、劳动节：5月1日（周一）至5日（周五）放假调休，共5天。5月6日（周六）上班。
　　五、端午节：5月28日（周日）至29日（周一）放假，共2天。
　　六、国庆节、中秋节：10月1日（周日）至8日（周日）放假调休，共8天。9月24日（周日）上班。
国务院办公厅
2027年11月3日`;

test('a notice is pasted, read, put right, saved and shown', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/holidays?year=2028', '节假日');
  await expect(page.getByText('尚未公布，只含法定节假日').first()).toBeVisible();
  await page.getByRole('button', { name: '登记通知' }).click();
  const drawer = page.getByRole('dialog');
  const text = drawer.getByLabel('通知正文，或每行一天');
  await expect(text).toHaveValue(/2028-01-01 休 元旦/);
  await expectAccessible(page);

  // a slip of the pen is found by its weekday
  await text.fill(notice.replace('4月4日（周二）', '4月5日（周二）'));
  await expect(drawer.getByRole('alert')).toContainText('第 7 行');
  await expect(drawer.getByRole('alert')).toContainText('这一天是周三');
  await expect(drawer.getByRole('button', { name: '保存安排' })).toBeDisabled();

  await text.fill(notice);
  await expect(drawer.getByText('读出放假 26 天，上班 3 天')).toBeVisible();
  await expect(drawer.getByLabel('依据')).toHaveValue(
    '国务院办公厅关于2028年部分节假日安排的通知（国办发明电〔2027〕9号）',
  );
  await expect(drawer.getByLabel('通知日期')).toHaveValue('2027-11-03');
  await drawer.getByRole('button', { name: '保存安排' }).click();
  await expect(drawer).toBeHidden();

  await expect(page.getByText('全年放假 26 天，调休上班 3 天')).toBeVisible();
  await expect(page.getByText('已公布')).toBeVisible();
  const october = page.getByRole('table', { name: '10月' });
  await expect(october.getByRole('cell', { name: /^4\s*休/ })).toBeVisible();
  await expect(page.getByRole('table', { name: '9月' }).getByRole('cell', { name: /^24\s*班/ })).toBeVisible();
  await expectAccessible(page);
});

test('everybody reads the calendar, year by year; only those who keep it may change it', async ({ page }) => {
  await open(page, 'MEMBER', '/holidays?year=2026', '节假日');
  // by the notice, and the day that the association of the demo took off in this year
  await expect(page.getByText(/全年放假 3[34] 天，调休上班 6 天/)).toBeVisible();
  const september = page.getByRole('table', { name: '9月' });
  await expect(september.getByRole('cell', { name: /^25\s*休\s*中秋节/ })).toBeVisible();
  await expect(september.getByRole('cell', { name: /^18\s*初八/ })).toBeVisible();
  await expect(september.getByRole('cell', { name: /^23\s*秋分/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '修改安排' })).toHaveCount(0);
  await page.getByRole('button', { name: '上一年' }).click();
  await expect(page).toHaveURL(/year=2025/);
  await expect(page.getByText('全年放假 28 天，调休上班 5 天')).toBeVisible();
});
